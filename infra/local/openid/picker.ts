import type { ServerResponse } from 'node:http';
import { html, sendPage, type Html } from '../page.ts';
import type { DemoPerson } from '../people.ts';
import { texts } from './texts.ts';

/** What the page is made for. */
export interface Picking {
  language: 'sv' | 'en';
  /** Address of this page, to which its forms are sent. */
  action: string;
  /** Address of the product, to which choosing leads. */
  origin: string;
  people: readonly DemoPerson[];
  /** Short names of actors by their ids. */
  actorNames: ReadonlyMap<string, string>;
  /** What was typed as an identity and cannot be one. */
  refusedIdentity?: string;
}

/** The page where one says who one is: each person a button, with their roles in words. */
export function sendPicker(outgoing: ServerResponse, picking: Picking): void {
  const { language, action, people, refusedIdentity } = picking;
  const t = texts[language];
  const wrong = refusedIdentity !== undefined;
  const body = html`<h1>${t.title}</h1>
    <p>${people.length > 0 ? t.lead : t.leadWithoutPeople}</p>
    ${people.length > 0 ? peopleList(picking) : ''}
    <h2 id="other">${t.other}</h2>
    <p>${t.otherLead}</p>
    <form method="post" action="${action}" aria-labelledby="other">
      <label for="identity">${t.identity}</label>
      <p class="soft" id="hint">${t.identityHint}</p>
      ${wrong ? html`<p class="wrong" id="fault">${t.identityWrong}</p>` : ''}
      <input
        id="identity"
        name="identity"
        autocomplete="off"
        spellcheck="false"
        required
        maxlength="100"
        value="${refusedIdentity ?? ''}"
        aria-describedby="${wrong ? 'fault hint' : 'hint'}"
        ${wrong ? html`aria-invalid="true" autofocus` : ''}
      />
      <div><button class="act" type="submit">${t.goOn}</button></div>
    </form>
    <form method="post" action="${action}">
      <button class="act quiet" type="submit" name="cancel" value="yes">${t.cancel}</button>
    </form>`;
  sendPage(outgoing, {
    language,
    title: `${wrong ? t.wrongTitle : ''}${t.title} – Insatskollen`,
    body,
    status: wrong ? 422 : 200,
    formsLeadTo: picking.origin,
  });
}

/** What someone sees who comes with an interaction that is not there any more. */
export function sendExpired(
  outgoing: ServerResponse,
  { language, origin }: Pick<Picking, 'language' | 'origin'>,
): void {
  const t = texts[language];
  const body = html`<h1>${t.expiredTitle}</h1>
    <p>${t.expired}</p>
    <p><a href="${origin}/logga-in">${t.back}</a></p>`;
  sendPage(outgoing, { language, title: `${t.expiredTitle} – Insatskollen`, body, status: 400 });
}

function peopleList({ language, action, people, actorNames }: Picking): Html {
  const rows = people.map(
    (person) =>
      html`<li>
        <button class="row" type="submit" name="subject" value="${person.subject}">
          <strong>${person.name}</strong>
          ${rolesInWords(person, language, actorNames).map((words) => html`<span>${words}</span> `)}
          <span class="soft">${person.email}</span>
        </button>
      </li>`,
  );
  return html`<form method="post" action="${action}">
    <ul aria-label="${texts[language].list}">
      ${rows}
    </ul>
  </form>`;
}

/** What a person does, a line for each role. */
export function rolesInWords(
  person: DemoPerson,
  language: 'sv' | 'en',
  actorNames: ReadonlyMap<string, string>,
): string[] {
  const t = texts[language];
  return person.roles.map((role) => {
    if (role !== 'reporter') return t.roles[role];
    const names = person.actorIds.map((id) => actorNames.get(id) ?? id);
    const last = names.at(-1) ?? '';
    return `${t.reportsFor} ${names.length > 1 ? `${names.slice(0, -1).join(', ')} ${t.and} ${last}` : last}`;
  });
}
