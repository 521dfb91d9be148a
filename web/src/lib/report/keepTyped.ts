import type { Attachment } from 'svelte/attachments';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const PREFIX = 'insatskollen:form:';

const isField = (element: Element): element is Field =>
  (element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'submit') ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;
const isBox = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/**
 * Keeps what is typed in a form in this browser until `forgetTyped`, and puts it back into fields that are as the page made them.
 * For forms that are sent once when all is written; a report's own form saves by itself instead.
 */
export function keepTyped(name: string): Attachment<HTMLFormElement> {
  return (form) => {
    const fields = () => [...form.elements].filter(isField).filter((field) => field.name !== '');
    const kept = read(name);
    for (const field of fields()) {
      const text = kept[field.name];
      if (text === undefined) continue;
      if (isBox(field)) field.checked = text === field.value;
      else if (field.value === '') field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const keep = () => {
      const typed = fields().flatMap((field): [string, string][] =>
        isBox(field)
          ? field.checked
            ? [[field.name, field.value]]
            : []
          : field.value === ''
            ? []
            : [[field.name, field.value]],
      );
      write(name, Object.fromEntries(typed));
    };
    form.addEventListener('input', keep);
    return () => form.removeEventListener('input', keep);
  };
}

/** What was typed has been received: it is not needed any more. */
export function forgetTyped(name: string): void {
  try {
    window.localStorage.removeItem(PREFIX + name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read(name: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(PREFIX + name) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function write(name: string, typed: Record<string, string>): void {
  try {
    window.localStorage.setItem(PREFIX + name, JSON.stringify(typed));
  } catch {
    // The form works without.
  }
}
