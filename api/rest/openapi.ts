import { z } from 'zod';
import type { Route } from '../http/define-route.ts';
import { responsesOf, sharedResponses } from './responses.ts';

type Schema = Record<string, unknown>;

/** Where the same routes answer in JSON. */
const API_BASE = '/api/v1';

/** The OpenAPI 3.1 description of the routes: from the tables and schemas that serve them, so it cannot lag behind. */
export function describeApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter(({ answer }) => answer)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Liên Thông',
      version: '1',
      description:
        'Các trang của sản phẩm ở dạng JSON. Đăng nhập bằng POST /sign-in và giữ cookie; mỗi câu trả lời mang tiêu đề ' +
        'X-CSRF-Token, gửi lại nó ở lần POST sau. / The pages of the product as JSON. Sign in with POST /sign-in and ' +
        'keep the cookie; every answer bears the header X-CSRF-Token, to be sent with the next POST.',
    },
    servers: [{ url: API_BASE }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lienthong' } },
      responses: sharedResponses,
    },
  };
}

const text = { type: 'string' };

function operation(route: Route): object {
  const { method, path, schema, permission, audit } = route;
  const { properties = {}, required = [] } = schemaOf(schema);
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (place: string, name: string, needed: boolean) => ({
    ...{ name, in: place, required: needed, schema: properties[name] ?? text },
  });
  const common = {
    operationId: `${method} ${path}`,
    tags: [path.split('/')[1] ?? ''],
    ...(audit !== 'none' && { summary: audit }),
    description: `permission: ${permission}`,
    ...(permission === 'anyone' && { security: [] }),
    responses: responsesOf(route),
  };
  const pathParameters = inPath.map((name) => parameter('path', name, true));
  if (method === 'get') {
    const query = rest.map((name) => parameter('query', name, required.includes(name)));
    return { ...common, parameters: [...pathParameters, ...query] };
  }
  const body = Object.fromEntries(rest.map((name) => [name, properties[name]]));
  const bodySchema = {
    type: 'object',
    properties: body,
    required: required.filter((name) => rest.includes(name)),
  };
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: text, description: 'U-2' };
  const token = { name: 'X-CSRF-Token', in: 'header', required: true, schema: text };
  return {
    ...common,
    parameters: [...pathParameters, key, token],
    requestBody: { required: rest.length > 0, content: { 'application/json': { schema: bodySchema } } },
  };
}

/** What a client may send; what a transform makes of it is not described. */
function schemaOf(schema: z.ZodObject): {
  properties?: Record<string, Schema>;
  required?: readonly string[];
} {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as ReturnType<typeof schemaOf>;
}
