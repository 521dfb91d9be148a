import { describe, expect, it } from 'vitest';
import { run } from '../infra/local/house.ts';
import { LONG, setStage } from './stage.ts';
import { goesAllTheWay, type Story } from './story.ts';

const texts = [
  'Genomförda aktiviteter',
  'Resultat och effekter',
  'Analys',
  'Slutsatser och lärdomar',
  'Avvikelser och åtgärder',
  'Nästa period',
];

const withScript: Story = {
  script: true,
  reporter: 'rapportor.almi',
  actor: 'Almi',
  called: 'Almi basuppdrag, kvartal 3 2026',
  mine: 'Almi basuppdrag, kvartal 3 2026',
  area: 'Verka för ett mer diversifierat näringsliv',
  numbers: [
    { name: 'Rådgivningstillfällen', typed: '240', shown: '240' },
    { name: 'Unika rådgivna kunder', typed: '52', shown: '52' },
    { name: 'Beviljade lån', typed: '14', shown: '14' },
    { name: 'Utlånat belopp', typed: '14 876 543', shown: '14 876 543' },
    { name: 'Nya företag som får stöd', typed: '15', shown: '15' },
    { name: 'Nyttjade medel från regionen', typed: '1 001 234,5', shown: '1 001 234,50' },
  ],
  split: { name: 'Unika rådgivna kunder', women: '20', men: '29', left: '3' },
  deviation: { name: 'Rådgivningstillfällen', says: /\d+\s% mer än/, why: 'Tre lånedagar flyttades hit från våren.' },
  forgotten: { name: 'Beviljade lån', field: 'Beviljade lån, antal', typed: '14', text: 'Nästa period' },
  texts,
  remark: {
    on: 'Rådgivningstillfällen',
    text: 'Är vårens lånedagar räknade två gånger?',
    corrected: '204',
    correctedShown: '204',
    answer: 'Ja, 36 av dem. De är borta nu.',
  },
  figure: {
    name: 'Rådgivningstillfällen',
    before: '266',
    after: '470',
    impact: '51 → 97 % av målet (266 → 506 av 520)',
    own: '204',
  },
};

const withoutScript: Story = {
  script: false,
  reporter: 'rapportor.ovriga',
  actor: 'Create',
  called: 'Utveckling av innovationssystemet runt MDU med fokus på Idélab och Create, kvartal 3 2026',
  mine: 'Create: Utveckling av innovationssystemet runt MDU med fokus på Idélab och Create, kvartal 3 2026',
  area: 'Stärka nyföretagande',
  numbers: [
    { name: 'Nya arbetstillfällen', typed: '12,5', shown: '12,5' },
    { name: 'Inkubatorbolag i portföljen', typed: '38', shown: '38' },
    { name: 'Antagna idéer och bolag', typed: '6', shown: '6' },
    { name: 'Förmedlat externt kapital', typed: '5 100 000', shown: '5 100 000' },
    { name: 'Omsättning i portföljbolag', typed: '13 900 250', shown: '13 900 250' },
  ],
  choice: { name: 'Delmål uppnått', option: 'Delvis uppnått' },
  split: { name: 'Inkubatorbolag i portföljen', women: '11', men: '25', left: '2' },
  deviation: {
    name: 'Nya arbetstillfällen',
    says: /\d+\s% mer än/,
    why: 'Ett av bolagen anställde ett helt säljteam.',
  },
  forgotten: { name: 'Antagna idéer och bolag', field: 'Antagna idéer och bolag, antal', typed: '6', text: 'Analys' },
  texts,
  remark: {
    on: 'Nya arbetstillfällen',
    text: 'Är säljteamet på heltid?',
    corrected: '9,5',
    correctedShown: '9,5',
    answer: 'Nej, två av dem är på halvtid.',
  },
  figure: {
    name: 'Nya arbetstillfällen',
    before: '10,5',
    after: '20',
    impact: '48 → 105 % av målet (10,5 → 23 av 22 årsarbetskrafter)',
    own: '9,5',
  },
};

const stage = setStage();

describe('a report goes from the first number to the overview, back once on the way', { timeout: LONG }, () => {
  it('with JavaScript', () => goesAllTheWay(stage, withScript));
  it('without JavaScript', () => goesAllTheWay(stage, withoutScript));
  it('and every figure can be counted again from what was approved', async () => {
    expect(await run('verify', [], stage.house.env)).toMatchObject({ code: 0 });
  });
});
