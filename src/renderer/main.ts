import './styles/index.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { Boot } from './boot.svelte.ts'
import { browserHost } from './host/browser.ts'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')
const boot = new Boot(browserHost())
mount(App, { target, props: { boot } })
void boot.start()
