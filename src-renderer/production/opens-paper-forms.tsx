import { useNavigate } from 'react-router'
import { readPaperCode } from '../../shared/production/paper-code.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { useMay } from '../core/session.ts'
import { newPaperOf } from './paths.ts'

/** IO-8: the code at the head of a form that was filled in by pen begins its copying, wherever it is scanned. In the frame, before the screens. */
export function OpensPaperForms(): null {
  const t = useText()
  const { production } = useApi()
  const { day } = useFormats()
  const navigate = useNavigate()
  const mayEnter = useMay()('process.enterDailyProduction')
  useScan(async code => {
    const form = mayEnter ? readPaperCode(code) : undefined
    if (!form) return undefined
    const section = (await production.listProductionSections({})).find(one => one.code.toUpperCase() === form.section.toUpperCase())
    if (!section) return { isKnown: false, text: t('production.paper.unknownSection', { section: form.section }) }
    void navigate(newPaperOf({ sectionId: section.id, day: form.day, kind: form.kind }))
    return { isKnown: true, text: t('production.paper.scanned', { section: section.name, day: day(form.day) }) }
  })
  return null
}
