const VIETNAM = 7 * 3_600_000;

/** HH:mm dd/MM/yyyy (T-1). */
export function instantText(at: number): string {
  return `${local(at).slice(11, 16)} ${dayText(at)}`;
}

export function dayText(at: number): string {
  return local(at).slice(0, 10).split('-').reverse().join('/');
}

/** For the `datetime` attribute. */
export function isoText(at: number): string {
  return `${local(at).slice(0, 19)}+07:00`;
}

const local = (at: number): string => new Date(at + VIETNAM).toISOString();
