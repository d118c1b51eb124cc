import Check from '@mui/icons-material/CheckOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { BomDetail } from '../../shared/engineering/boms.ts'
import { ConfirmDialog, ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { BomDialog } from './bom-dialog.tsx'
import { bomsPath } from '../core/paths.ts'
import { bomPath } from './paths.ts'

type Opened = 'edit' | 'revise' | 'retire' | 'discard'

/** What can be done with a BOM: a draft is changed, put in force or thrown away, one in force is revised or retired. */
export function BomActs({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const may = useMay()
  const { engineering } = useApi()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const { id, version } = bom
  const activate = useCommand(engineering.activateBom, { done: ({ itemName }) => t('engineering.done.activated', { item: itemName }) })
  const discard = useCommand(engineering.discardBom, { done: () => t('engineering.done.discarded'), onSuccess: () => void navigate(bomsPath) })
  const isDraft = bom.status === 'DRAFT'
  return (
    <>
      {isDraft && may('engineering.update') && <Button color="error" onClick={() => setOpened('discard')}>{t('buttons.discard')}</Button>}
      {isDraft && may('engineering.update') && <Button variant="outlined" onClick={() => setOpened('edit')}>{t('engineering.boms.edit')}</Button>}
      {isDraft && may('engineering.approve') && <Button variant="contained" startIcon={<Check />} loading={activate.isPending} onClick={() => activate.mutate({ id, version })}>{t('engineering.bom.activate')}</Button>}
      {bom.kind === 'PRODUCTION' && bom.status === 'ACTIVE' && may('engineering.approve') && <Button color="error" onClick={() => setOpened('retire')}>{t('engineering.bom.retire')}</Button>}
      {bom.kind === 'PRODUCTION' && !isDraft && may('engineering.update') && <Button variant="contained" onClick={() => setOpened('revise')}>{t('engineering.bom.revise')}</Button>}
      {opened === 'edit' && <BomDialog bom={bom} onSaved={close} onClose={close} />}
      {opened === 'revise' && (
        <ConfirmWithReason
          title={t('engineering.bom.revise')} text={t('engineering.bom.reviseText')} confirmLabel={t('engineering.bom.revise')} onCancel={close} onDone={close}
          onConfirm={async reason => void navigate(bomPath((await engineering.reviseBom({ id, reason })).id))}
        />
      )}
      {opened === 'retire' && (
        <ConfirmWithReason
          title={t('engineering.bom.retire')} text={t('engineering.bom.retireText', { item: bom.itemName })} confirmLabel={t('engineering.bom.retire')} isDangerous onCancel={close} onDone={close}
          onConfirm={async reason => showDone(t('engineering.done.retired', { item: (await engineering.retireBom({ id, version, reason })).itemName }))}
        />
      )}
      {opened === 'discard' && <ConfirmDialog title={t('engineering.bom.discard')} text={t('engineering.bom.discardText')} confirmLabel={t('buttons.discard')} isDangerous onCancel={close} onConfirm={() => { close(); discard.mutate({ id, version }) }} />}
    </>
  )
}
