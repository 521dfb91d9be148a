import { xml } from '../charts/svg.ts';

/** The vocabularies that a catalogue of data is written with. */
export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#',
} as const;
/** A name in a vocabulary: `dcterms:title`. */
export type Term = `${keyof typeof prefixes}:${string}`;

/** What a property of a thing is: another by its address, one without an address, or words. */
export type Value =
  | { iri: string }
  | { node: Described }
  | { text: string; language: 'sv' | 'en' }
  | { text: string; type: Term };
/** A thing with its kind and properties; without an address where nothing else speaks of it. */
export interface Described {
  iri?: string;
  type: Term;
  properties: readonly (readonly [Term, Value])[];
}

const full = (term: Term): string => {
  const [prefix = '', name = ''] = term.split(':');
  return (Object.entries(prefixes).find(([known]) => known === prefix)?.[1] ?? '') + name;
};

/** The escapes of JSON are Turtle's too. */
const quoted = (text: string): string => JSON.stringify(text);
/** An address in angle brackets, with what may not stand in one percent-encoded. */
const bracketed = (iri: string): string => `<${encodeURI(decodeURI(iri))}>`;

/** As Turtle. */
export function turtle(things: readonly Described[]): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const inner = ({ type, properties }: Described, indent: string): string =>
    [`a ${type}`, ...properties.map(([term, value]) => `${term} ${valueText(value, `${indent}  `)}`)].join(
      ` ;\n${indent}`,
    );
  const valueText = (value: Value, indent: string): string => {
    if ('iri' in value) return bracketed(value.iri);
    if ('node' in value) {
      if (value.node.iri !== undefined) return bracketed(value.node.iri);
      return `[\n${indent}${inner(value.node, indent)}\n${indent}]`;
    }
    return quoted(value.text) + ('language' in value ? `@${value.language}` : `^^${value.type}`);
  };
  const body = named(things).map((thing) => `${bracketed(thing.iri ?? '')} ${inner(thing, '  ')} .`);
  return `${head.join('\n')}\n\n${body.join('\n\n')}\n`;
}

/** Every thing that has an address, those that others hold too, each once. */
function named(things: readonly Described[]): Described[] {
  const found = new Map<string, Described>();
  const look = (thing: Described): void => {
    if (thing.iri !== undefined) found.set(thing.iri, thing);
    for (const [, value] of thing.properties) if ('node' in value) look(value.node);
  };
  for (const thing of things) look(thing);
  return [...found.values()];
}

/** As JSON-LD. */
export function jsonLd(things: readonly Described[]): object {
  const asObject = ({ iri, type, properties }: Described): object => {
    const all = Map.groupBy(properties, ([term]) => term);
    return {
      ...(iri === undefined ? {} : { '@id': encodeURI(decodeURI(iri)) }),
      '@type': type,
      ...Object.fromEntries([...all].map(([term, values]) => [term, values.map(([, value]) => valueObject(value))])),
    };
  };
  const valueObject = (value: Value): object => {
    if ('iri' in value) return { '@id': encodeURI(decodeURI(value.iri)) };
    if ('node' in value)
      return value.node.iri === undefined ? asObject(value.node) : { '@id': encodeURI(decodeURI(value.node.iri)) };
    return 'language' in value
      ? { '@value': value.text, '@language': value.language }
      : { '@value': value.text, '@type': value.type };
  };
  return { '@context': prefixes, '@graph': named(things).map(asObject) };
}

/** As RDF/XML. */
export function rdfXml(things: readonly Described[]): string {
  const names = Object.entries(prefixes).map(([prefix, iri]) => `xmlns:${prefix}="${iri}"`);
  const element = ({ iri, type, properties }: Described): string =>
    `<${type}${iri === undefined ? '' : ` rdf:about="${xml(encodeURI(decodeURI(iri)))}"`}>` +
    `${properties.map(([term, value]) => property(term, value)).join('')}</${type}>`;
  const property = (term: Term, value: Value): string => {
    if ('iri' in value) return `<${term} rdf:resource="${xml(encodeURI(decodeURI(value.iri)))}"/>`;
    if ('node' in value) {
      if (value.node.iri !== undefined) return property(term, { iri: value.node.iri });
      return `<${term}>${element(value.node)}</${term}>`;
    }
    const about = 'language' in value ? `xml:lang="${value.language}"` : `rdf:datatype="${full(value.type)}"`;
    return `<${term} ${about}>${xml(value.text)}</${term}>`;
  };
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<rdf:RDF ${names.join(' ')}>\n${named(things).map(element).join('\n')}\n</rdf:RDF>\n`
  );
}
