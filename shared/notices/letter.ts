/** A letter before it is set as text or HTML: what is said to whom, in lines with links. */
export interface Letter {
  language: 'sv' | 'en';
  subject: string;
  greeting: string;
  /** Paragraphs that stand first. */
  intro: string[];
  sections: LetterSection[];
  /** Who sent it and why, last. */
  foot: { text: string; link: { text: string; href: string } };
}

export interface LetterSection {
  heading: string;
  lines: { link: { text: string; href: string }; text: string }[];
}

/** The letter as plain text, lines unbroken: programs break them as the screen is wide. */
export function letterText({ greeting, intro, sections, foot }: Letter): string {
  const set = sections.map(({ heading, lines }) =>
    [heading, ...lines.map(({ link, text }) => `- ${link.text}: ${text}\n  ${link.href}`)].join('\n\n'),
  );
  const last = `-- \n${foot.text}\n${foot.link.text}: ${foot.link.href}`;
  return `${[greeting, ...intro, ...set, last].join('\n\n')}\n`;
}

const font = "font-family:'Source Sans 3','Segoe UI',Roboto,Arial,sans-serif";
const styles = {
  body: `margin:0;background:#fcfbf8;color:#18211d;${font};font-size:18px;line-height:1.5`,
  main: 'max-width:36em;margin:0 auto;padding:24px 16px',
  brand: 'margin:0 0 24px;font-weight:600',
  heading: 'margin:32px 0 8px;font-size:22px;line-height:1.25',
  list: 'margin:0;padding:0;list-style:none;border-top:1px solid #dcdbd2',
  line: 'padding:12px 0;border-bottom:1px solid #dcdbd2',
  link: 'color:#14523c;font-weight:600',
  said: 'margin:0 0 16px',
  foot: 'margin:40px 0 0;color:#4a554f;font-size:16px',
} as const;
/** Where a mail program follows the device, its own colours; the others show the light ones. */
const dark = `@media (prefers-color-scheme: dark) { body { background: #141816 !important; color: #e9ece7 !important } a { color: #86d0ac !important } .soft { color: #b0bab3 !important } ul, li { border-color: #343c37 !important } }`;

/** The letter as HTML that says the same: headings, lists and links, without images or anything fetched. */
export function letterHtml({ language, subject, greeting, intro, sections, foot }: Letter): string {
  const said = [greeting, ...intro].map((text) => `<p style="${styles.said}">${broken(text)}</p>`);
  const set = sections.map(
    ({ heading, lines }) =>
      `<h2 style="${styles.heading}">${escaped(heading)}</h2>\n<ul style="${styles.list}">\n${lines.map(lineHtml).join('\n')}\n</ul>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${dark}</style>
</head>
<body style="${styles.body}">
<main style="${styles.main}">
<p style="${styles.brand}">Insatskollen</p>
${[...said, ...set].join('\n')}
<p class="soft" style="${styles.foot}">${escaped(foot.text)}<br><a href="${escaped(foot.link.href)}" style="${styles.link}">${escaped(foot.link.text)}</a></p>
</main>
</body>
</html>
`;
}

const lineHtml = ({ link, text }: LetterSection['lines'][number]): string =>
  `<li style="${styles.line}"><a href="${escaped(link.href)}" style="${styles.link}">${escaped(link.text)}</a><br>${escaped(text)}</li>`;

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const broken = (text: string): string => escaped(text).replaceAll('\n', '<br>\n');
