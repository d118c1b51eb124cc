/*
 * Preloaded into a host (LD_PRELOAD), it stands between the host and its data folder:
 *   LANTAI_RECORDED_FOLDER  the folder whose files are looked after; nothing else is touched
 *   LANTAI_RECORD           a file that is told every change of those files, in the order in which they happened
 *   LANTAI_FAULTS           a file of one `struct faults`, written by the test while the host runs: which calls shall fail, and how
 * One lock is held over each call and its record, so that the record's order is the true one.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* The numbers are known to power-cut-recording.ts. */
enum kind { OPENED = 1, CLOSED, WRITTEN, TRUNCATED, SYNCED, RENAMED, UNLINKED, MADE_FOLDER, REMOVED_FOLDER, SYNC_FAILED };
enum flags { CREATED = 1, EMPTIED = 2, IS_FOLDER = 4 };

/* A record: this, then `length` bytes of data or path. */
struct record {
  uint32_t kind, flags;
  int64_t file, offset, length;
};

/* The numbers are known to storage-faults.ts. */
enum calls { WRITES = 1, SYNCS = 2, OPENS_TO_WRITE = 4, TRUNCATES = 8, READS = 16, RENAMES = 32 };
struct faults {
  int32_t calls;  /* which calls, by the bits above; 0 for none */
  int32_t error;  /* errno, or -1: the process is killed on the spot */
  int32_t after;  /* how many calls pass first; counted down */
  int32_t times;  /* how many fail then; -1 for all */
  int32_t torn;   /* 1: a failing write first writes half of what it was given; 2: it writes half and says so */
  int32_t struck; /* how many calls failed */
  int32_t passed; /* how many calls of these kinds passed */
  char suffix[36]; /* only files whose name ends like this; empty for all */
};

#define FILES 65536
static unsigned char tracked[FILES];
static char *names[FILES];
static struct {
  dev_t device;
  ino_t number;
} identity[FILES];
static char folder[PATH_MAX];
static size_t folder_length;
static int record_file = -1;
static struct faults *faults;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwritev)(int, const struct iovec *, int, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_mkdir)(const char *, mode_t);
static int (*real_rmdir)(const char *);

static void *find(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void prepare(void) {
  real_open = find("open64");
  real_close = find("close");
  real_read = find("read");
  real_pread = find("pread64");
  real_write = find("write");
  real_pwrite = find("pwrite64");
  real_writev = find("writev");
  real_pwritev = find("pwritev64");
  real_ftruncate = find("ftruncate64");
  real_fsync = find("fsync");
  real_fdatasync = find("fdatasync");
  real_rename = find("rename");
  real_unlink = find("unlink");
  real_mkdir = find("mkdir");
  real_rmdir = find("rmdir");
  const char *wanted = getenv("LANTAI_RECORDED_FOLDER");
  if (!wanted) return;
  folder_length = strlen(wanted);
  memcpy(folder, wanted, folder_length + 1);
  const char *record = getenv("LANTAI_RECORD");
  if (record) record_file = real_open(record, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  const char *control = getenv("LANTAI_FAULTS");
  if (!control) return;
  int file = real_open(control, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof(struct faults), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (mapped != MAP_FAILED) faults = mapped;
  real_close(file);
}

/* The path within the folder; the folder itself is the empty path. NULL for what lies elsewhere. */
static const char *within(const char *path) {
  if (folder_length == 0 || !path || strncmp(path, folder, folder_length) != 0) return NULL;
  if (path[folder_length] == '\0') return path + folder_length;
  return path[folder_length] == '/' ? path + folder_length + 1 : NULL;
}

/* Node closes files by a system call that nothing can stand before: a number may have become another file's, or a socket's. */
static int is_tracked(int file) {
  struct stat now;
  if (file < 0 || file >= FILES || !tracked[file]) return 0;
  if (fstat(file, &now) == 0 && now.st_dev == identity[file].device && now.st_ino == identity[file].number) return 1;
  tracked[file] = 0;
  return 0;
}

/* One append of the whole record, so that the test's own records may stand between any two of these. */
static void tell_parts(enum kind kind, uint32_t flags, int64_t file, int64_t offset, const struct iovec *parts, int count, int64_t length) {
  if (record_file < 0) return;
  struct record record = {kind, flags, file, offset, length};
  struct iovec all[1 + 64];
  all[0] = (struct iovec){&record, sizeof record};
  int used = 1;
  for (int64_t left = length; left > 0 && used <= count && used < 65; used += 1) {
    all[used] = parts[used - 1];
    if ((int64_t)all[used].iov_len > left) all[used].iov_len = left;
    left -= all[used].iov_len;
  }
  syscall(SYS_writev, record_file, all, used);
}

static void tell(enum kind kind, uint32_t flags, int64_t file, int64_t offset, const void *data, int64_t length) {
  struct iovec part = {(void *)data, length};
  tell_parts(kind, flags, file, offset, &part, 1, length);
}

static int ends_like(const char *path, const char *suffix) {
  size_t length = strlen(path), wanted = strlen(suffix);
  return wanted <= length && strcmp(path + length - wanted, suffix) == 0;
}

/* The error this call shall fail with; 0 where it shall pass. */
static int fault_of(enum calls call, const char *path) {
  if (!faults || !(faults->calls & call) || !ends_like(path, faults->suffix)) return 0;
  if (faults->after > 0 || faults->times == 0) {
    if (faults->after > 0) faults->after -= 1;
    faults->passed += 1;
    return 0;
  }
  if (faults->times > 0) faults->times -= 1;
  faults->struck += 1;
  if (faults->error == -1) kill(getpid(), SIGKILL);
  return faults->error;
}

static int fault_of_file(enum calls call, int file) { return fault_of(call, names[file]); }

static int opened(const char *path, int flags, mode_t mode) {
  const char *name = within(path);
  if (!name) return real_open(path, flags, mode);
  pthread_mutex_lock(&lock);
  struct stat before;
  int was_there = stat(path, &before) == 0;
  int is_to_write = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
  int error = is_to_write ? fault_of(OPENS_TO_WRITE, name) : 0;
  int file = error ? -1 : real_open(path, flags, mode);
  if (!error) error = errno;
  if (file >= 0 && file < FILES) {
    struct stat now;
    fstat(file, &now);
    tracked[file] = 1;
    identity[file].device = now.st_dev;
    identity[file].number = now.st_ino;
    free(names[file]);
    names[file] = strdup(name);
    uint32_t about = (was_there ? 0 : CREATED) | (was_there && (flags & O_TRUNC) && before.st_size > 0 ? EMPTIED : 0) |
                     (was_there && S_ISDIR(before.st_mode) ? IS_FOLDER : 0);
    tell(OPENED, about, file, 0, name, strlen(name));
  }
  pthread_mutex_unlock(&lock);
  if (file < 0) errno = error;
  return file;
}

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return opened(path, flags, mode);
}

int close(int file) {
  if (!is_tracked(file)) return real_close(file);
  pthread_mutex_lock(&lock);
  tracked[file] = 0;
  tell(CLOSED, 0, file, 0, NULL, 0);
  int result = real_close(file);
  pthread_mutex_unlock(&lock);
  return result;
}

/* Where a write without an offset of its own goes. */
static off_t position(int file) {
  struct stat now;
  if (fcntl(file, F_GETFL) & O_APPEND) return fstat(file, &now) == 0 ? now.st_size : 0;
  return lseek(file, 0, SEEK_CUR);
}

static ssize_t failed(int error) {
  errno = error;
  return -1;
}

/* `offset` is -1 for a write at the file's own position. */
static ssize_t written(int file, const void *data, size_t length, off_t offset) {
  pthread_mutex_lock(&lock);
  int error = fault_of_file(WRITES, file);
  size_t most = error && faults->torn ? (length + 1) / 2 : length;
  ssize_t result = -1;
  if (!error || faults->torn) {
    if (error && faults->torn == 2) error = 0;
    off_t at = offset < 0 ? position(file) : offset;
    result = offset < 0 ? real_write(file, data, most) : real_pwrite(file, data, most, offset);
    if (result > 0) tell(WRITTEN, 0, file, at, data, result);
    if (!error && result < 0) error = errno;
  }
  pthread_mutex_unlock(&lock);
  return error ? failed(error) : result;
}

ssize_t write(int file, const void *data, size_t length) { return is_tracked(file) ? written(file, data, length, -1) : real_write(file, data, length); }

ssize_t pwrite64(int file, const void *data, size_t length, off_t offset) {
  return is_tracked(file) ? written(file, data, length, offset) : real_pwrite(file, data, length, offset);
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset) { return pwrite64(file, data, length, offset); }

static ssize_t written_parts(int file, const struct iovec *parts, int count, off_t offset) {
  pthread_mutex_lock(&lock);
  int error = fault_of_file(WRITES, file);
  ssize_t result = -1;
  if (!error) {
    off_t at = offset < 0 ? position(file) : offset;
    result = offset < 0 ? real_writev(file, parts, count) : real_pwritev(file, parts, count, offset);
    if (result > 0) tell_parts(WRITTEN, 0, file, at, parts, count, result);
    if (result < 0) error = errno;
  }
  pthread_mutex_unlock(&lock);
  return error ? failed(error) : result;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  return is_tracked(file) ? written_parts(file, parts, count, -1) : real_writev(file, parts, count);
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t offset) {
  return is_tracked(file) ? written_parts(file, parts, count, offset) : real_pwritev(file, parts, count, offset);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) { return pwritev64(file, parts, count, offset); }

static int read_fault(int file) {
  pthread_mutex_lock(&lock);
  int error = fault_of_file(READS, file);
  pthread_mutex_unlock(&lock);
  return error;
}

ssize_t read(int file, void *into, size_t length) {
  int error = is_tracked(file) ? read_fault(file) : 0;
  return error ? failed(error) : real_read(file, into, length);
}

ssize_t pread64(int file, void *into, size_t length, off_t offset) {
  int error = is_tracked(file) ? read_fault(file) : 0;
  return error ? failed(error) : real_pread(file, into, length, offset);
}

ssize_t pread(int file, void *into, size_t length, off_t offset) { return pread64(file, into, length, offset); }

int ftruncate64(int file, off_t size) {
  if (!is_tracked(file)) return real_ftruncate(file, size);
  pthread_mutex_lock(&lock);
  int error = fault_of_file(TRUNCATES, file);
  int result = error ? -1 : real_ftruncate(file, size);
  if (result == 0) tell(TRUNCATED, 0, file, size, NULL, 0);
  else if (!error) error = errno;
  pthread_mutex_unlock(&lock);
  return error ? (int)failed(error) : result;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

/* A sync that fails has not happened: what was written before may be on the disk or not, whatever a later one says. */
static int synced(int file, int (*real)(int)) {
  if (!is_tracked(file)) return real(file);
  pthread_mutex_lock(&lock);
  int error = fault_of_file(SYNCS, file);
  int result = error ? -1 : real(file);
  if (result != 0 && !error) error = errno;
  tell(result == 0 ? SYNCED : SYNC_FAILED, 0, file, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return error ? (int)failed(error) : result;
}

int fsync(int file) { return synced(file, real_fsync); }
int fdatasync(int file) { return synced(file, real_fdatasync); }

int rename(const char *from, const char *to) {
  const char *name = within(from), *target = within(to);
  if (!name || !target) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int error = fault_of(RENAMES, target);
  int result = error ? -1 : real_rename(from, to);
  if (result == 0) {
    size_t length = strlen(name);
    struct iovec parts[2] = {{(void *)name, length + 1}, {(void *)target, strlen(target)}};
    tell_parts(RENAMED, 0, -1, 0, parts, 2, length + 1 + strlen(target));
  } else if (!error) {
    error = errno;
  }
  pthread_mutex_unlock(&lock);
  return error ? (int)failed(error) : result;
}

/* Calls that change only names, told if they were done. */
static int named(enum kind kind, const char *path, int (*real)(const char *)) {
  const char *name = within(path);
  if (!name) return real(path);
  pthread_mutex_lock(&lock);
  int result = real(path);
  int error = errno;
  if (result == 0) tell(kind, 0, -1, 0, name, strlen(name));
  pthread_mutex_unlock(&lock);
  errno = error;
  return result;
}

int unlink(const char *path) { return named(UNLINKED, path, real_unlink); }
int rmdir(const char *path) { return named(REMOVED_FOLDER, path, real_rmdir); }

int mkdir(const char *path, mode_t mode) {
  const char *name = within(path);
  if (!name) return real_mkdir(path, mode);
  pthread_mutex_lock(&lock);
  int error = fault_of(OPENS_TO_WRITE, name);
  int result = error ? -1 : real_mkdir(path, mode);
  if (result == 0) tell(MADE_FOLDER, 0, -1, 0, name, strlen(name));
  else if (!error) error = errno;
  pthread_mutex_unlock(&lock);
  return error ? (int)failed(error) : result;
}
