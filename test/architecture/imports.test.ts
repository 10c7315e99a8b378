import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Applies the project's own rules to the `src` folder inside `baseDir`. */
async function cruiseSources(baseDir: string): Promise<ICruiseResult> {
  const options = await extractOptions(join(root, '.dependency-cruiser.cjs'))
  const { output } = await cruise(['src'], { ...options, baseDir })
  if (typeof output === 'string') throw new Error(output)
  return output
}

/** A violation as one line: the rule, then who imports whom. */
function line({ rule, from, to }: IViolation): string {
  return `${rule.name}: ${from} → ${to}`
}

describe('the sources', () => {
  let result: ICruiseResult

  beforeAll(async () => {
    result = await cruiseSources(root)
  })

  test('import downward only', () => {
    expect(result.summary.violations.map(line)).toEqual([])
  })

  test('are all seen by the check', () => {
    const onDisk = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(?:ts|svelte)$/.test(file.name))
      .map((file) => join(file.parentPath, file.name).slice(root.length).replaceAll('\\', '/'))
    const seen = new Set(result.modules.map((module) => module.source))

    expect(onDisk).not.toEqual([])
    expect(onDisk.filter((file) => !seen.has(file))).toEqual([])
  })
})

/**
 * A small tree in which each file breaks one rule or none. Most imports are of types alone: they are gone from compiled
 * code, so that they are found only by a check that really parses TypeScript.
 */
const faulty: Readonly<Record<string, string>> = {
  'src/core/result.ts': "import type { Leaf } from './text/leaf.ts'\nexport type Result = Leaf",
  'src/core/engine.ts': "import type { Block } from './structure/block.ts'\nexport type Engine = Block",
  'src/core/lost.ts': "import type { Gone } from './gone.ts'\nexport type Lost = Gone",
  'src/core/needs-help.ts': "import type { Help } from './helpers/help.ts'\nexport type NeedsHelp = Help",
  'src/core/helpers/help.ts': 'export type Help = 1',
  'src/core/order/up.ts': "import type { Leaf } from '../text/leaf.ts'\nexport type Up = Leaf",
  'src/core/text/leaf.ts': 'export type Leaf = 1',
  'src/core/text/line.ts': "import type { Result } from '../result.ts'\nexport type Line = Result",
  'src/core/text/up.ts': "import type { Edit } from '../corrections/edit.ts'\nexport type Up = Edit",
  'src/core/text/top.ts': "import type { Engine } from '../engine.ts'\nexport type Top = Engine",
  'src/core/text/trial.ts': "import type { Trial } from '../../../test/trial.ts'\nexport type Text = Trial",
  'src/core/corrections/edit.ts': "import type { Line } from '../text/line.ts'\nexport type Edit = Line",
  'src/core/corrections/up.ts': "import type { Block } from '../structure/block.ts'\nexport type Up = Block",
  'src/core/structure/block.ts':
    "import type { Edit } from '../corrections/edit.ts'\nexport type Block = Edit",
  'src/core/structure/one.ts': "import type { Two } from './two.ts'\nexport type One = Two | 1",
  'src/core/structure/two.ts': "import type { One } from './one.ts'\nexport type Two = One[]",
  'src/core/rules/rule.ts': "import type { Block } from '../structure/block.ts'\nexport type Rule = Block",
  'src/core/rules/comma.ts': "import type { Rule } from './rule.ts'\nexport type Comma = Rule",
  'src/core/rules/stop.ts': "import type { Comma } from './comma.ts'\nexport type Stop = Comma",
  'src/core/rules/index.ts': "import type { Stop } from './stop.ts'\nexport type Rules = Stop[]",
  'src/core/figures/sum.ts': "import type { Log } from '../document/log.ts'\nexport type Sum = Log",
  'src/core/document/log.ts': "import type { Tei } from '../export/tei.ts'\nexport type Log = 1 | Tei",
  'src/core/export/tei.ts': 'export type Tei = 2',
  'src/core/export/disk.ts': "import { readFileSync } from 'node:fs'\nexport const disk = readFileSync",
  'src/core/diff/args.ts': "import type { Args } from '../../cli/args.ts'\nexport type Diff = Args",
  'src/cli/args.ts': "import type { Rules } from '../core/rules/index.ts'\nexport type Args = Rules",
  'src/cli/store.ts': "import type { Store } from '../renderer/store/store.ts'\nexport type Kept = Store",
  'src/contract/api.ts': "import type { Leaf } from '../core/text/leaf.ts'\nexport type Api = Leaf",
  'src/contract/args.ts': "import type { Args } from '../cli/args.ts'\nexport type Call = Args",
  'src/bundle/files.ts': "import type { Serve } from '../server/serve.ts'\nexport type Files = Serve",
  'src/journal/folder.ts': "import type { Files } from '../disk/files.ts'\nexport type Folder = Files",
  'src/private/files.ts': "import type { Files } from '../disk/files.ts'\nexport type Kept = Files",
  'src/disk/files.ts': "import type { Args } from '../cli/args.ts'\nexport type Files = Args",
  'src/launch/start.ts': "import type { Args } from '../cli/args.ts'\nexport type Start = Args",
  'src/main/shell.ts': "import type { Args } from '../cli/args.ts'\nexport type Shell = Args",
  'src/preload/bridge.ts': "import type { Leaf } from '../core/text/leaf.ts'\nexport type Bridge = Leaf",
  'src/renderer/App.svelte': `<script lang="ts">
import View from './views/View.svelte'
let n: number = 1
</script>
<View {n} />`,
  'src/renderer/views/View.svelte': `<script lang="ts">
import { raw } from '../panes/raw/raw.ts'
let { n }: { n: number } = $props()
</script>
{n} {raw}`,
  'src/renderer/views/Up.svelte': '<script>\nimport App from "../App.svelte"\n</script>\n<App />',
  'src/renderer/panes/Up.svelte': '<script>\nimport View from "../views/View.svelte"\n</script>\n<View />',
  'src/renderer/panes/raw/raw.ts': "import type { Card } from '../card/card.ts'\nexport const raw: Card = 1",
  'src/renderer/panes/card/card.ts': "import type { State } from './state.ts'\nexport type Card = State",
  'src/renderer/panes/card/state.ts':
    "import type { Store } from '../../store/store.ts'\nexport type State = Store",
  'src/renderer/store/store.ts': "import type { Api } from '../../contract/api.ts'\nexport type Store = Api",
  'src/renderer/store/bar.ts': "import type { Card } from '../panes/card/card.ts'\nexport type Bar = Card",
  'src/renderer/store/shell.ts':
    "import type { Shell } from '../../main/shell.ts'\nexport type Other = Shell",
  'src/rule-files/file.ts': "import type { Args } from '../cli/args.ts'\nexport type File = Args",
  'src/server/serve.ts': "import type { Edit } from '../core/corrections/edit.ts'\nexport type Serve = Edit",
  'src/renderer/ui/path.ts': "import { join } from 'node:path'\nexport const path = join",
  'src/renderer/ui/menu.ts': "import { Menu } from 'electron'\nexport const menu = Menu",
  'test/trial.ts': 'export type Trial = 1',
}

const faults = [
  'bundle-knows-the-contract-only: src/bundle/files.ts → src/server/serve.ts',
  'cli-knows-disk-and-below: src/cli/store.ts → src/renderer/store/store.ts',
  'contract-knows-core-only: src/contract/args.ts → src/cli/args.ts',
  'core-corrections-looks-down: src/core/corrections/up.ts → src/core/structure/block.ts',
  'core-document-looks-down: src/core/document/log.ts → src/core/export/tei.ts',
  'core-folder-has-a-place: src/core/needs-help.ts → src/core/helpers/help.ts',
  'core-folders-do-not-use-the-top: src/core/text/top.ts → src/core/engine.ts',
  'core-is-pure: src/core/diff/args.ts → src/cli/args.ts',
  'core-is-pure: src/core/export/disk.ts → fs',
  'core-is-pure: src/core/lost.ts → ./gone.ts',
  'core-is-pure: src/core/text/trial.ts → test/trial.ts',
  'core-order-looks-down: src/core/order/up.ts → src/core/text/leaf.ts',
  'core-result-stands-alone: src/core/result.ts → src/core/text/leaf.ts',
  'core-structure-rules-figures-user-rules-looks-down: src/core/figures/sum.ts → src/core/document/log.ts',
  'core-text-looks-down: src/core/text/up.ts → src/core/corrections/edit.ts',
  'disk-knows-the-journal-and-below: src/disk/files.ts → src/cli/args.ts',
  'electron-stays-in-the-shell: src/renderer/ui/menu.ts → ../../node_modules/electron/index.js',
  'imports-are-found: src/core/lost.ts → ./gone.ts',
  'journal-knows-core-and-contract: src/journal/folder.ts → src/disk/files.ts',
  'launch-knows-the-server-only: src/launch/start.ts → src/cli/args.ts',
  'main-knows-disk-and-below: src/main/shell.ts → src/cli/args.ts',
  'no-cycles: src/core/structure/one.ts → src/core/structure/two.ts',
  'panes-do-not-look-sideways: src/renderer/panes/raw/raw.ts → src/renderer/panes/card/card.ts',
  'panes-look-down: src/renderer/panes/Up.svelte → src/renderer/views/View.svelte',
  'preload-knows-the-contract-only: src/preload/bridge.ts → src/core/text/leaf.ts',
  'private-knows-the-journal-and-below: src/private/files.ts → src/disk/files.ts',
  'renderer-has-no-node: src/renderer/ui/path.ts → path',
  'renderer-knows-private-and-below: src/renderer/store/shell.ts → src/main/shell.ts',
  'renderer-parts-look-down: src/renderer/store/bar.ts → src/renderer/panes/card/card.ts',
  'rule-files-know-core-only: src/rule-files/file.ts → src/cli/args.ts',
  'rules-do-not-import-rules: src/core/rules/stop.ts → src/core/rules/comma.ts',
  'server-knows-disk-and-contract: src/server/serve.ts → src/core/corrections/edit.ts',
  'sources-do-not-import-tests: src/core/text/trial.ts → test/trial.ts',
  'views-look-down: src/renderer/views/Up.svelte → src/renderer/App.svelte',
]

describe('the check', () => {
  let folder: string
  let result: ICruiseResult

  beforeAll(async () => {
    // Inside the project, so that its packages are found from there.
    mkdirSync(join(root, '.cache'), { recursive: true })
    folder = mkdtempSync(join(root, '.cache', 'faulty-'))
    for (const [name, text] of Object.entries(faulty)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    result = await cruiseSources(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  test('finds each forbidden import, types included, and no other', () => {
    expect(result.summary.violations.map(line).sort()).toEqual(faults)
  })

  test('has no rule that is never broken here', () => {
    const rules = result.summary.ruleSetUsed?.forbidden?.map((rule) => rule.name) ?? []
    const broken = new Set(result.summary.violations.map(({ rule }) => rule.name))

    expect(rules).not.toEqual([])
    expect(rules.filter((name) => name === undefined || !broken.has(name))).toEqual([])
  })
})
