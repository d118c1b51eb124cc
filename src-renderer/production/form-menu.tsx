import Article from '@mui/icons-material/ArticleOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { formKinds, type FormKind } from '../../shared/production/forms.ts'
import type { ProductionSection } from '../../shared/production/section-day.ts'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { newPaperOf } from './paths.ts'

/** IO-8: blank forms for when the program cannot be reached, printed beforehand, and copied afterwards. */
export function FormMenu({ section: { id: sectionId } }: { readonly section: ProductionSection }): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const mayEnter = useMay()('process.enterDailyProduction')
  const transport = useTransport()
  const { today } = useFormats()
  const [language] = useLanguage()
  const printing = useJob(useApi().production.printProductionForm)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  async function print(kind: FormKind): Promise<void> {
    setAnchor(null)
    const file = await printing.run({ sectionId, day: today(), kind, language })
    if (file) transport.print(file)
  }
  return (
    <>
      {mayEnter && <Button startIcon={<Article />} onClick={() => void navigate(newPaperOf({ sectionId, day: today(), kind: 'DAY' }))}>{t('production.paper.add')}</Button>}
      <Button startIcon={<Print />} aria-haspopup="menu" loading={printing.isRunning} onClick={event => setAnchor(event.currentTarget)}>{t('production.forms.print')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {formKinds.map(kind => <MenuItem key={kind} onClick={() => void print(kind)}>{t(`production.forms.choices.${kind}`)}</MenuItem>)}
      </Menu>
    </>
  )
}
