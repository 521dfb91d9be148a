import { catalogue } from '@insatskollen/shared/publications/catalogue.ts';
import { jsonLd, prefixes, rdfXml, turtle } from '@insatskollen/shared/publications/rdf.ts';
import type { Listed } from '@insatskollen/shared/publications/snapshot.ts';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { expect, test } from 'vitest';

const origin = 'https://insatskollen.example';
const line = (areaId: string, window: string, publishedAt: string): Listed => ({
  ...{ areaId, window, publishedAt, number: 1, name: 'Stärka "nyföretagande" <&>', groupBy: 'focusArea' },
  ...{ strategicId: 'innovation', synthetic: true, direction: null, text: '' },
});
const things = catalogue(
  [
    line('starta', '2025', '2026-02-01T08:00:00.000Z'),
    line('exportera', '2025', '2026-03-01T08:00:00.000Z'),
    line('starta', '2026-H1', '2026-09-01T08:00:00.000Z'),
  ],
  origin,
);
const store = new Store(new Parser().parse(turtle(things)));
const { namedNode } = DataFactory;
const iri = (term: string) => {
  const [prefix = '', name = ''] = term.split(':');
  return namedNode(`${Object.entries(prefixes).find(([known]) => known === prefix)?.[1]}${name}`);
};
const ofType = (type: string) => store.getSubjects(iri('rdf:type'), iri(type), null);

test('is a catalogue with a dataset for each window, and what DCAT-AP-SE asks of them', () => {
  const [root, ...more] = ofType('dcat:Catalog');
  expect(more).toEqual([]);
  expect(root?.value).toBe(`${origin}/api/public/v1/catalogue`);
  const datasets = store.getObjects(root ?? null, iri('dcat:dataset'), null);
  expect(datasets).toHaveLength(2);
  const needs = (subject: Quad['object'], terms: readonly string[]) => {
    for (const term of terms)
      expect(store.getObjects(subject, iri(term), null).length, `${subject.value} ${term}`).toBeGreaterThan(0);
  };
  if (root)
    needs(root, ['dcterms:title', 'dcterms:description', 'dcterms:publisher', 'dcterms:license', 'dcat:dataset']);
  for (const dataset of datasets) {
    needs(dataset, ['dcterms:title', 'dcterms:description', 'dcterms:publisher', 'dcat:contactPoint', 'dcat:theme']);
    needs(dataset, ['dcat:keyword', 'dcterms:temporal', 'dcterms:accessRights', 'dcat:distribution', 'dcterms:issued']);
    const swedish = store
      .getObjects(dataset, iri('dcterms:title'), null)
      .filter((one) => 'language' in one && one.language === 'sv');
    expect(swedish).toHaveLength(1);
    for (const distribution of store.getObjects(dataset, iri('dcat:distribution'), null)) {
      needs(distribution, [
        'dcat:accessURL',
        'dcat:downloadURL',
        'dcterms:license',
        'dcterms:format',
        'dcat:mediaType',
      ]);
      expect(store.countQuads(distribution, iri('rdf:type'), iri('dcat:Distribution'), null)).toBe(1);
    }
  }
  expect(ofType('dcat:Distribution')).toHaveLength(6);
  expect(ofType('foaf:Agent')).toHaveLength(1);
  expect(ofType('vcard:Organization')).toHaveLength(1);
});

/** How many statements there are about each property, which does not depend on how things without an address are called. */
const shape = (quads: readonly { predicate: { value: string } }[]) =>
  [...Map.groupBy(quads, ({ predicate }) => predicate.value)].map(([name, all]) => `${name} ${all.length}`).sort();

test('says the same as JSON-LD', async () => {
  const nquads = await jsonld.toRDF(structuredClone(jsonLd(things)), { format: 'application/n-quads' });
  if (typeof nquads !== 'string') throw new Error('no text');
  const quads = new Parser({ format: 'N-Quads' }).parse(nquads);
  expect(quads.length).toBe(store.size);
  expect(shape(quads)).toEqual(shape(store.getQuads(null, null, null, null)));
});

test('says the same as RDF/XML', async () => {
  const quads: Quad[] = await new Promise((done, fail) => {
    const found: Quad[] = [];
    const parser = new RdfXmlParser();
    parser.on('data', (quad: Quad) => found.push(quad));
    parser.on('error', fail);
    parser.on('end', () => done(found));
    parser.end(rdfXml(things));
  });
  expect(quads.length).toBe(store.size);
  expect(shape(quads)).toEqual(shape(store.getQuads(null, null, null, null)));
});

test('is a catalogue before anything is published', () => {
  const empty = new Store(new Parser().parse(turtle(catalogue([], origin))));
  expect(empty.countQuads(null, iri('rdf:type'), iri('dcat:Catalog'), null)).toBe(1);
  expect(empty.countQuads(null, iri('dcat:dataset'), null, null)).toBe(0);
});
