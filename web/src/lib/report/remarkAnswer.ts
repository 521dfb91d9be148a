import { canonicalJson } from '@insatskollen/shared/canonicalJson.ts';

/** What a reporter says to one remark. */
export interface RemarkAnswer {
  resolved: boolean;
  answer: string;
}

/** A remark's answer as one text, so that it is kept, compared and saved like any other. */
export const remarkText = ({ resolved, answer }: RemarkAnswer): string =>
  canonicalJson({ answer: answer.trim(), resolved });

/** What such a text holds; nothing ticked for anything else. */
export function remarkOf(text: string | null): RemarkAnswer {
  const read: unknown = JSON.parse(text ?? 'null');
  if (typeof read !== 'object' || read === null || !('answer' in read) || !('resolved' in read))
    return { resolved: false, answer: '' };
  return { resolved: read.resolved === true, answer: typeof read.answer === 'string' ? read.answer : '' };
}
