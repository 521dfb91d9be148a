import { afterAll } from 'vitest';
import { endDemoTables } from './table-engine.ts';

afterAll(endDemoTables);
