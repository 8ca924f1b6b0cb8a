import { z } from 'zod';
import { type Answer, fault, notDone } from '../http/answers.ts';
import type { Route } from '../http/define-route.ts';

/** The answers that many operations share, by the names under which they refer to them. */
export const sharedResponses = {
  SignedOut: json('Chưa đăng nhập', fault),
  Forbidden: json('Không có quyền, chưa chọn chức danh, hoặc thiếu X-CSRF-Token', fault),
  NotThere: json('Không có, hoặc không phải của người này (P-4)', fault),
  NotDone: json(
    'Không làm được và không có gì thay đổi (U-3): dữ liệu chưa đúng, hoặc một quy tắc không cho phép.',
    notDone,
  ),
  TooLarge: json('Tệp quá lớn', notDone),
  Failed: json('Có trục trặc; khi chưa rõ kết quả thì gửi lại với cùng Idempotency-Key', fault),
};

const shared = (name: keyof typeof sharedResponses) => ({ $ref: `#/components/responses/${name}` });

/** Everything that an operation may answer, by status. */
export function responsesOf({ method, permission, answer }: Route): object {
  return {
    200: answer === 'file' || !answer ? BYTES : json('OK', answer),
    ...(permission !== 'anyone' && { 401: shared('SignedOut') }),
    ...((permission !== 'anyone' || method === 'post') && { 403: shared('Forbidden') }),
    404: shared('NotThere'),
    422: shared('NotDone'),
    ...(method === 'post' && { 413: shared('TooLarge') }),
    default: shared('Failed'),
  };
}

const BYTES = {
  description: 'Nội dung tệp',
  content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
};

function json(description: string, answer: Exclude<Answer, 'file'>) {
  const schema = z.toJSONSchema(answer, {
    unrepresentable: 'any',
    // A client must not stumble over what a later version tells besides.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return { description, content: { 'application/json': { schema } } };
}
