/** Puts the focus where an address's hash points: in the field itself, or the first one under it, unfolding what hides it. */
export function focusOn(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  for (let around = place.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true;
  const field = place.matches('input, textarea, select, [tabindex]')
    ? place
    : place.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select');
  (field ?? place).focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center' });
}
