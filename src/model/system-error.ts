/** Errors of system calls (errno(3)) that people meet, in words. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EADDRINUSE: 'another program uses it',
  EDQUOT: 'the quota of the disk is used up',
  EEXIST: 'something of this name is in the way',
  EFBIG: 'the file would be larger than the system allows',
  EIO: 'the disk reports an error',
  EISDIR: 'a folder, not a file',
  ELOOP: 'a link that leads to itself',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENXIO: 'not a regular file',
  EPERM: 'permission denied',
  EROFS: 'the disk can only be read',
  ETXTBSY: 'a program that is running',
}

/** What a failed system call means, in plain words; the own message of any other error. */
export function systemReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code === undefined ? undefined : WORDS[code]) ?? message
}
