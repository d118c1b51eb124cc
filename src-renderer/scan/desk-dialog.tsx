import CheckCircle from '@mui/icons-material/CheckCircle'
import PlayArrow from '@mui/icons-material/PlayArrow'
import VolumeDown from '@mui/icons-material/VolumeDownOutlined'
import VolumeUp from '@mui/icons-material/VolumeUpOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Slider from '@mui/material/Slider'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { scanModes } from '../../shared/scan/settings.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { playAnyway, setMuted, setVolume, useSound } from '../core/sounds.ts'
import { setDeskMode, useDeskScanner, type DeskMode } from './desk-scanner.ts'

const tried = ['ok', 'wrong', 'notice', 'alarm'] as const

/** What is this computer's own: how loud it is, and how it tells its scanner. All of it at once, without saving. */
export function DeskDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const id = useId()
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('scan.desk.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        <SoundPart />
        <ScannerPart />
      </DialogContent>
      <DialogActions><Button variant="contained" onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

function SoundPart(): ReactNode {
  const t = useText()
  const id = useId()
  const { isMuted, volume } = useSound()
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography id={id} component="h3" variant="h3">{t('scan.desk.sound')}</Typography>
      <FormControlLabel label={t('scan.desk.isOn')} control={<Switch checked={!isMuted} onChange={event => setMuted(!event.target.checked)} />} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.secondary' }}>
        <VolumeDown aria-hidden />
        <Slider
          value={volume} min={0} max={100} step={10} disabled={isMuted} valueLabelDisplay="auto" aria-label={t('scan.desk.volume')} getAriaValueText={percent => t('scan.desk.percent', { percent })}
          onChange={(_event, next) => setVolume(Number(next))} onChangeCommitted={() => playAnyway('ok')}
        />
        <VolumeUp aria-hidden />
      </Box>
      <Box role="group" aria-label={t('scan.desk.try')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {tried.map(sound => <Button key={sound} size="small" variant="outlined" startIcon={<PlayArrow />} onClick={() => playAnyway(sound)}>{t(`scan.desk.sounds.${sound}`)}</Button>)}
      </Box>
    </Box>
  )
}

function ScannerPart(): ReactNode {
  const t = useText()
  const id = useId()
  const api = useApi()
  const { mode } = useDeskScanner()
  const { data: setup } = useLive(api.scan.getScannerSetup, {})
  const [tested, setTested] = useState<string>()
  useScan(code => {
    setTested(code)
    return { isKnown: true, text: t('scan.desk.tested', { count: code.length }) }
  })
  if (!setup) return null
  const inForce = mode === 'factory' ? setup.mode : mode
  const hints = { speed: t('scan.desk.delay', { gap: setup.gap }), prefix: t('scan.desk.prefixHint', { prefix: setup.prefix }), off: undefined }
  const options = [
    { value: 'factory', label: t('scan.desk.factory', { mode: t(`scan.desk.modes.${setup.mode}`) }) },
    ...scanModes.map(value => ({ value, label: t(`scan.settings.mode.choices.${value}`) })),
  ]
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography id={id} component="h3" variant="h3">{t('scan.desk.scanner')}</Typography>
      <SelectInput label={t('scan.desk.mode')} value={mode} options={options} hint={hints[inForce]} onChange={next => setDeskMode(next as DeskMode)} />
      {inForce !== 'off' && (
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 48, px: 2, py: 1, borderRadius: 1, bgcolor: tested === undefined ? 'tint.neutral' : 'tint.success', color: tested === undefined ? 'tint.neutralText' : 'success.main' }}>
          {tested === undefined ? t('scan.desk.test') : <><CheckCircle /><b>{tested}</b> {t('scan.desk.tested', { count: tested.length })}</>}
        </Box>
      )}
    </Box>
  )
}
