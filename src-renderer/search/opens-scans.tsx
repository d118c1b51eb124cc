import { useNavigate } from 'react-router'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { useFoundEntries } from './entries.ts'

/** What a scan does where no screen takes it: opens the record whose code or number it is. In the frame, before the screens. */
export function OpensScans(): null {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const entriesOf = useFoundEntries()
  useScan(async code => {
    const found = await api.search.resolve({ code })
    const [entry] = entriesOf(found)
    if (entry?.to !== undefined) {
      void navigate(entry.to)
      return { isKnown: true, text: t('scan.opened', { name: entry.name }) }
    }
    const [known] = found
    return known && { isKnown: false, text: t('scan.noScreen', { name: known.name }) }
  })
  return null
}
