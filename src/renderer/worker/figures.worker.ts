import { figureCalls, type FigureCall } from '../../core/figures/beside.ts'

const call = figureCalls((findings) => postMessage(findings))
addEventListener('message', (event: MessageEvent<FigureCall>) => call(event.data))
