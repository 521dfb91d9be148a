/** One part of a help page. Steps are numbered, points are not. */
export interface Section {
  /** Makes it possible to link here. */
  id: string;
  heading: string;
  paragraphs?: readonly string[];
  points?: readonly string[];
  steps?: readonly string[];
  links?: readonly { href: string; name: string }[];
}

/** A help page's words. */
export interface Prose {
  title: string;
  lead: string;
  sections: readonly Section[];
}
