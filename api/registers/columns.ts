import type { RegisterLine } from '../../store/registers/register-line.model.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { dayText } from '../http/instants.ts';
import type { Visit } from '../http/define-route.ts';

/** The ten columns of the register of incoming documents (ND30 PL IV); "ký nhận" is for the pen. */
export function lineColumns(line: RegisterLine, t: Visit['t']) {
  const { mark, arrivedAt, assignedAt, assignees = [] } = line;
  const empty = mark === 'void';
  return {
    number: line.number,
    arrivedOn: dayText(arrivedAt),
    author: line.author,
    code: line.code,
    issuedOn: formatDate(line.issuedOn),
    subject: `${line.type}: ${line.subject}`,
    receiver: empty ? '' : assignees.join('; '),
    handedOn: empty || assignedAt === undefined ? '' : dayText(assignedAt),
    notes: notesOf(line, t),
    mark,
  };
}

/** Why a number stands empty or was sent back, what copies were linked to it, and the clerk's own note. */
function notesOf(
  { mark, reason = '', copies = 0, source, note }: RegisterLine,
  t: Visit['t'],
): readonly string[] {
  return [
    ...(mark ? [t(`registers:mark.${mark}`, { reason })] : []),
    ...(source === 'paper' ? [t('registers:source.paper')] : []),
    ...(copies > 0 ? [t('registers:copies', { count: copies })] : []),
    ...(note ? [note] : []),
  ];
}
