import { refusals } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import { declaredEndpoints } from '../http/endpoint.ts';
import { PUBLIC_PATH, publicEndpoints } from '../publications/publicEndpoints.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  void $schema;
  return rest;
};

type AnyEndpoint = ReturnType<typeof declaredEndpoints>[number];

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(Object.keys(refusals)),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});

/** What an endpoint answers: JSON, or a file. */
const answerContent = ({ answer, answerType }: Pick<AnyEndpoint, 'answer' | 'answerType'>) =>
  answerType === undefined
    ? json(schemaOf(answer, 'output'))
    : {
        content: Object.fromEntries(
          [answerType].flat().map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
        ),
      };

const uploadContent = {
  'multipart/form-data': {
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  },
};

interface Property {
  required?: string[];
  properties?: Record<string, unknown>;
}

/** Query parameters from the schema that checks them. */
function queryParameters(schema: z.ZodType | undefined): unknown[] {
  if (!schema) return [];
  const described: Property = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(described.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: described.required?.includes(name) ?? false,
    schema: property,
  }));
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

/** `get /reports/{agreementId}/{period}` is `getReportsByAgreementIdByPeriod`: what generated clients call it. */
const operationIdOf = (method: string, path: string): string =>
  method +
  path
    .split(/[/.-]/)
    .filter(Boolean)
    .map((part) => (part.startsWith('{') ? `By${capital(part.slice(1, -1))}` : capital(part)))
    .join('');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const refusal = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 document of everything mounted, from the same schemas that check requests and shape answers. */
export function openApiDocument(origin: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of declaredEndpoints()) {
    const unsafe = endpoint.method !== 'get';
    const success = endpoint.status ?? 200;
    const operation = {
      operationId: operationIdOf(endpoint.method, endpoint.path),
      summary: endpoint.summary,
      tags: [endpoint.path.split('/')[1]],
      parameters: [
        ...pathParameters(endpoint.path),
        ...queryParameters(endpoint.query),
        ...(endpoint.ifMatch ? [header('If-Match', true, 'The ETag that the change starts from, or * for any.')] : []),
        ...(unsafe
          ? [
              header(
                'Idempotency-Key',
                false,
                'The same key and body give the same answer and one effect for 24 hours.',
              ),
            ]
          : []),
      ],
      ...(endpoint.upload ? { requestBody: { required: true, content: uploadContent } } : {}),
      ...(endpoint.body ? { requestBody: { required: true, ...json(schemaOf(endpoint.body, 'input')) } } : {}),
      responses: {
        [success]: success === 204 ? { description: 'Done' } : { description: 'Done', ...answerContent(endpoint) },
        ...(endpoint.mayGoOn ? { 202: { description: 'Kept, and going on', ...answerContent(endpoint) } } : {}),
        default: refusal,
      },
    };
    (paths[`/api/v1${endpoint.path}`] ??= {})[endpoint.method] = operation;
  }
  for (const { path, summary, query, answer, answerType } of publicEndpoints)
    paths[PUBLIC_PATH + path] = {
      get: {
        operationId: operationIdOf('get', `/public${path}`),
        summary,
        tags: ['public'],
        security: [],
        parameters: queryParameters(query),
        responses: {
          200: {
            description: 'Done',
            ...answerContent({ answer, ...(answerType === undefined ? {} : { answerType }) }),
          },
          default: refusal,
        },
      },
    };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Insatskollen',
      version: '1',
      description: 'Report, review and add up the results of what a region funds.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemSchema, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-insatskollen' },
      },
    },
  };
}
