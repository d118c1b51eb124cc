const hidden = '«…»'

/**
 * What a log must not keep, taken out of a text that was meant for people: secrets by their names and their shapes, and what
 * somebody typed, which error messages like to quote. Names of tables, columns and files stay.
 */
export function redact(text: string): string {
  return text
    .replace(namedSecret, (_, name: string) => `${name}${hidden}`)
    .replace(bearer, `Bearer ${hidden}`)
    .replace(bcryptHash, hidden)
    .replace(longSecret, found => (looksLikeWords(found) ? found : hidden))
    .replace(quoted, (found, mark: string, inside: string) => (isNameOrPath(inside) ? found : mark + hidden + mark))
}

/** `password: …`, `"token":"…"`, `passwordHash=…`, `pin = …` */
const namedSecret = /("?\b(?:\w*(?:password|token|secret|sandi)\w*|pin)"?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;}]+)/gi
const bearer = /\bBearer\s+\S+/gi
const bcryptHash = /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/g
/** Tokens and hashes: 43 characters of base64url, 64 of hexadecimal digits. */
const longSecret = /(?<![\w/\\.-])[A-Za-z0-9_-]{40,}(?![\w/\\])/g
const quoted = /(["'`])((?:(?!\1)[^\\\n]|\\.){1,2000}?)\1/g

function looksLikeWords(text: string): boolean {
  return /^[a-z-]+$|^[A-Z_]+$/.test(text)
}

/** `user.username`, `/var/lib/lantai/lantai.db`, `C:\data\lantai.db`; nobody types those into a field. */
function isNameOrPath(text: string): boolean {
  return /^[A-Za-z_$][\w$.]*$/.test(text) || /^(?:\/|[A-Za-z]:\\|file:\/\/|node:)[^"'`\n]*$/.test(text)
}
