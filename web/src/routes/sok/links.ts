import type { DocumentKind } from '@insatskollen/shared/search/document.ts';

interface Place {
  id?: string | undefined;
  agreementId?: string | undefined;
  period?: string | undefined;
  areaId?: string | undefined;
  window?: string | undefined;
}

/** Where what was found stands. A lesson has no page of its own: it is found by its title among the others. */
export function linkOf(kind: DocumentKind, place: Place, title: readonly { text: string }[]): string {
  const { id = '', agreementId = '', period = '', areaId = '', window = '' } = place;
  switch (kind) {
    case 'initiative':
      return `/register/insatser/${id}`;
    case 'report':
      return `/rapporter/${agreementId}/${period}`;
    case 'lesson':
      return `/lardomar?${new URLSearchParams({ q: title.map(({ text }) => text).join('') }).toString()}`;
    case 'analysis':
      return `/analyser/${id}`;
    case 'decision':
      return `/beslut/${id}`;
    case 'assessment':
      return `/oversikt/${areaId}/bedomning?${new URLSearchParams({ period: window }).toString()}`;
    case 'dialogue':
      return `/dialoger/${id}`;
  }
}
