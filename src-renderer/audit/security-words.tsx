import type { ReactNode } from 'react'
import { moduleText, placeText } from '../../shared/audit/wording.ts'
import { securityKinds, type SecurityLine } from '../../shared/audit/security.ts'
import type { Severity } from '../../shared/notifications/notice.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useWording } from '../core/wording.ts'

const tones: Readonly<Record<Severity, Tone>> = { INFO: 'waiting', WARNING: 'warning', CRITICAL: 'bad' }

export interface SecurityWords {
  kind(line: Pick<SecurityLine, 'kind'>): string
  meaning(line: Pick<SecurityLine, 'kind'>): string | undefined
  chip(line: SecurityLine): ReactNode
  who(line: SecurityLine): string
  what(line: SecurityLine): string
  address(line: SecurityLine): string
}

/** What a line of the security log says, in the language of the screen. */
export function useSecurityWords(): SecurityWords {
  const t = useText()
  const wording = useWording()
  const known = ({ kind }: Pick<SecurityLine, 'kind'>) => securityKinds.find(one => one === kind)
  const kind = (line: Pick<SecurityLine, 'kind'>) => {
    const name = known(line)
    return name ? t(`audit.security.kinds.${name}`) : t('audit.security.unknown')
  }
  return {
    kind,
    meaning(line) {
      const name = known(line)
      return name && t(`audit.security.meanings.${name}`)
    },
    chip: line => <StatusChip tone={tones[line.severity]} label={kind(line)} />,
    who: ({ userName, account }) => userName ?? (account === null ? t('audit.security.nobody') : t('audit.security.account', { name: account })),
    what: ({ procedure, needed, sectionName, reason }) =>
      [procedure === null ? undefined : moduleText(wording, procedure.split('.')[0]!), needed === null ? undefined : permissionText(needed), sectionName, reason].filter(Boolean).join(' · '),
    address: ({ ip }) => (ip === null ? '' : placeText(wording, { ip, deskId: null })),
  }
}
