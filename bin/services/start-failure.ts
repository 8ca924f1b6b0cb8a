/** A failure to start whose message is a sentence for the person at the keyboard. */
export class StartFailure extends Error {}

const sentences: Record<string, string> = {
  ENOSPC: 'hết chỗ trên đĩa',
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOENT: 'không tạo được ở đó',
  ENOTDIR: 'không phải là thư mục',
  EEXIST: 'không phải là thư mục',
};

/** Turns a failure of the file system into a sentence; any other error stays what it is. */
export function explainFileFailure(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = sentences[code];
  return reason === undefined
    ? error
    : new StartFailure(`Không dùng được thư mục dữ liệu ${path}: ${reason}.`);
}
