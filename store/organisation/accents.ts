/** A text without its Vietnamese marks, in lower case: `Tẩn Lao U` → `tan lao u`. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}
