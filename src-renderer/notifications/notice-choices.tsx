import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import type { NoticeChoice } from '../../shared/notifications/contract.ts'
import { noticeKinds, type NoticeKind } from '../../shared/notifications/notice.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { noticeKindText } from './notice-text.ts'

const ways = ['hasSound', 'hasDesktopNotice'] as const
const choosable = (Object.keys(noticeKinds) as NoticeKind[]).filter(kind => noticeKinds[kind].severity === 'INFO')

/** Which news of everyday work is heard, and shown while another program is in front. Warnings and critical ones always are. */
export function NoticeChoices({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const api = useApi()
  const id = useId()
  const { data: choices = [] } = useLive(api.notifications.listChoices, {})
  const choose = useCommand(api.notifications.chooseNotice)
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('notifications.choices.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="body2" color="textSecondary">{t('notifications.choices.hint')}</Typography>
        <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', '& th, & td': { py: 0.25, textAlign: 'center', borderBottom: 1, borderColor: 'divider' }, '& th:first-of-type': { textAlign: 'left', fontWeight: 400 }, '& thead th': { fontSize: '0.75rem', color: 'text.secondary', fontWeight: 600 } }}>
          <thead><tr><th scope="col">{t('notifications.list.kind')}</th>{ways.map(way => <th key={way} scope="col">{t(`notifications.choices.${way}`)}</th>)}</tr></thead>
          <tbody>
            {choosable.map(kind => {
              const choice = choiceOf(choices, kind)
              return (
                <tr key={kind}>
                  <th scope="row">{noticeKindText(kind)}</th>
                  {ways.map(way => (
                    <td key={way}>
                      <Checkbox
                        checked={choice[way]} onChange={(_, isOn) => choose.mutate({ ...choice, [way]: isOn })}
                        slotProps={{ input: { 'aria-label': `${noticeKindText(kind)}: ${t(`notifications.choices.${way}`)}` } }}
                      />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

/** What nothing was said about is told with a sound and outside of the window. */
function choiceOf(choices: readonly NoticeChoice[], kind: NoticeKind): NoticeChoice {
  return choices.find(choice => choice.kind === kind) ?? { kind, hasSound: true, hasDesktopNotice: true }
}
