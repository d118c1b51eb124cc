import { z } from 'zod'

// eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Text a person types: trimmed, at least one character, at most `maximum`, no control characters. */
export function text(maximum: number): z.ZodString {
  return optionalText(maximum).min(1)
}

/** The same where nothing may be typed at all; empty text stands for "none". */
export function optionalText(maximum: number): z.ZodString {
  return z.string().trim().max(maximum).refine(value => !controlCharacters.test(value), { params: { reason: 'control-characters' } })
}

export const Code = text(50)
export const Name = text(200)
export const Note = optionalText(1000)
export const Reason = text(500)
/** A record's place in its own history; a write that does not name the newest one is a conflict. */
export const Version = z.int().min(1)
