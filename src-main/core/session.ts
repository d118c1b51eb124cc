import { AppError } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'

/** Who asks, from which desk, and what they may. Made by the identity module from a token; plain data, so a worker can be handed it. */
export interface Session {
  readonly id: string
  readonly userId: string
  readonly username: string
  readonly fullName: string
  readonly role: string
  readonly level: number
  readonly language: 'id' | 'en'
  readonly permissions: ReadonlySet<Permission>
  /** The sections whose rows may be seen and written; `all` for management, planning and the stores. */
  readonly sections: 'all' | ReadonlySet<string>
  readonly sectionId: string | null
  readonly canSeeCost: boolean
  readonly mustChangePassword: boolean
  readonly deskId: string
  readonly ip: string
  readonly userAgent: string
  /** It is no person: a program calls with an API key. */
  readonly isProgram?: true
}

/** Before login: may call only what is public. */
export function visitor(deskId: string, ip: string, userAgent = ''): Session {
  return {
    id: '', userId: '', username: '', fullName: '', role: '', level: 99, language: 'id', permissions: new Set(), sections: new Set(), sectionId: null,
    canSeeCost: false, mustChangePassword: false, deskId, ip, userAgent,
  }
}

export function seesSection(session: Pick<Session, 'sections'>, sectionId: string | null | undefined): boolean {
  return session.sections === 'all' || sectionId === null || sectionId === undefined || session.sections.has(sectionId)
}

/**
 * The row scope of one operation. A handler declares it before it writes and before it returns; one that forgets fails.
 * `section` for rows of one section, `everyone` for rows that belong to no section or to the very user, `mine` to narrow a list.
 */
export interface Scope {
  section(sectionId: string | null): void
  everyone(): void
  /** The sections a list is narrowed to. Whoever has none is refused (`no-section`): an empty list would look as if there were nothing. */
  mine(): 'all' | readonly string[]
  /** Rows of this section too, until the operation ends: somebody else gave the right to them, wherever who asks works. */
  lend(sectionId: string): void
  covers(sectionId: string | null | undefined): boolean
  isDeclared(): boolean
}

export function createScope(session: Pick<Session, 'sections'>): Scope {
  let isDeclared = false
  const lent = new Set<string>()
  const covers = (sectionId: string | null | undefined) => seesSection(session, sectionId) || (typeof sectionId === 'string' && lent.has(sectionId))
  return {
    section(sectionId) {
      isDeclared = true
      if (!covers(sectionId)) throw new AppError('foreign-section', { sectionId })
    },
    everyone() {
      isDeclared = true
    },
    mine() {
      isDeclared = true
      if (session.sections === 'all') return 'all'
      if (session.sections.size === 0) throw new AppError('no-section')
      return [...session.sections].sort()
    },
    lend(sectionId) {
      lent.add(sectionId)
    },
    covers,
    isDeclared: () => isDeclared,
  }
}
