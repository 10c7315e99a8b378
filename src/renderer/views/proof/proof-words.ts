import type { I18n } from '../../i18n/i18n.svelte.ts'
import type { ProofWords } from '../../worker/proof.ts'

/** The words for the worker, which knows no language: their braces stay, to be filled there. */
export function proofWords({ t }: I18n): ProofWords {
  return {
    remark: t('proof.remark', { kind: '{kind}', quote: '{quote}', decided: '{decided}' }),
    decided: t('proof.remarkDecided', { decided: '{decided}' }),
    kinds: {
      correction: t('decision.correction'),
      reverted: t('decision.reverted'),
      dismissed: t('decision.dismissed'),
      'as-printed': t('decision.as-printed'),
      note: t('decision.note'),
      bookmark: t('decision.bookmark'),
      read: t('decision.read'),
      role: t('decision.role'),
      split: t('decision.split'),
      joined: t('decision.joined'),
      merged: t('decision.merged'),
      lifted: t('decision.lifted'),
      moved: t('decision.moved'),
      'typed-in': t('decision.typed-in'),
      'role-set': t('decision.role-set'),
      promoted: t('decision.promoted'),
    },
  }
}
