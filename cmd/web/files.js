// The files that the user chose, as the file system of the program. They stay
// in memory, or where the browser keeps them; nothing is stored.
"use strict";
const stored = new Map(); // name -> {inode, bytes} or {inode, file}
const handles = new Map();
let inodes = 1, lastHandle = 100;

const PIECE = 1 << 20;

function putFile(name, content) {
  const entry = { inode: ++inodes, bytes: null, file: null, piece: null, at: -1 };
  if (content instanceof Blob) entry.file = content; else entry.bytes = content;
  stored.set(name, entry);
}

function sizeOf(entry) { return entry.file ? entry.file.size : entry.bytes.length; }

function readAt(entry, into, offset) {
  if (entry.bytes) {
    const part = entry.bytes.subarray(offset, offset + into.length);
    into.set(part);
    return part.length;
  }
  let done = 0;
  while (done < into.length && offset + done < entry.file.size) {
    const at = Math.floor((offset + done) / PIECE) * PIECE;
    if (entry.at !== at) {
      entry.piece = new Uint8Array(new FileReaderSync().readAsArrayBuffer(entry.file.slice(at, at + PIECE)));
      entry.at = at;
    }
    const part = entry.piece.subarray(offset + done - at, offset + into.length - at);
    if (part.length === 0) break;
    into.set(part, done);
    done += part.length;
  }
  return done;
}

function problem(code) { return Object.assign(new Error(code), { code }); }

function bare(path) { return path.replace(/^(\.?\/)+/, ""); }

function statOf(path) {
  const name = bare(path), entry = stored.get(name);
  const folder = name === "" || name === ".";
  if (!entry && !folder) throw problem("ENOENT");
  return {
    dev: 1, ino: folder ? 1 : entry.inode, mode: folder ? 0o40700 : 0o100600, nlink: 1, uid: 0, gid: 0, rdev: 0,
    size: folder ? 0 : sizeOf(entry), blksize: 4096, blocks: 0, atimeMs: 0, mtimeMs: 0, ctimeMs: 0,
    isDirectory: () => folder,
  };
}

const flagsOf = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536 };

const calls = {
  open(path, flags) {
    const name = bare(path);
    if (flags & flagsOf.O_CREAT && !stored.has(name) || flags & flagsOf.O_TRUNC) putFile(name, new Uint8Array(0));
    statOf(path);
    handles.set(++lastHandle, { path, entry: stored.get(name), at: 0 });
    return lastHandle;
  },
  close(handle) { handles.delete(handle); },
  stat: statOf,
  lstat: statOf,
  fstat(handle) {
    if (!handles.has(handle)) throw problem("EBADF");
    return statOf(handles.get(handle).path);
  },
  readdir() { return [...stored.keys()]; },
  read(handle, buffer, offset, length, position) {
    const h = handles.get(handle);
    if (!h || !h.entry) throw problem("EBADF");
    const n = readAt(h.entry, buffer.subarray(offset, offset + length), position === null ? h.at : position);
    if (position === null) h.at += n;
    return n;
  },
  write(handle, buffer, offset, length) {
    const part = buffer.subarray(offset, offset + length);
    if (handle < 3) {
      console.error(new TextDecoder().decode(part));
      return length;
    }
    const h = handles.get(handle);
    if (!h || !h.entry || !h.entry.bytes) throw problem("EBADF");
    const longer = new Uint8Array(h.at + length);
    longer.set(h.entry.bytes.subarray(0, h.at));
    longer.set(part, h.at);
    h.entry.bytes = longer;
    h.at += length;
    return length;
  },
  fsync() {},
};

globalThis.fs = { constants: flagsOf, writeSync: (handle, buffer) => calls.write(handle, buffer, 0, buffer.length) };
for (const name of ["open", "close", "stat", "lstat", "fstat", "readdir", "read", "write", "fsync", "chmod", "fchmod", "chown",
  "fchown", "lchown", "ftruncate", "link", "mkdir", "readlink", "rename", "rmdir", "symlink", "truncate", "unlink", "utimes"]) {
  globalThis.fs[name] = (...args) => {
    const done = args.pop();
    let value;
    try {
      if (!calls[name]) throw problem("ENOSYS");
      value = calls[name](...args);
    } catch (error) {
      done(error.code ? error : problem("EIO"));
      return;
    }
    done(null, value);
  };
}
globalThis.path = { resolve: (...parts) => "/" + bare(parts[parts.length - 1]) };
globalThis.process = { getuid: () => 0, getgid: () => 0, geteuid: () => 0, getegid: () => 0, getgroups: () => [], pid: 1, ppid: 1,
  umask: () => 0, cwd: () => "/", chdir() {} };
