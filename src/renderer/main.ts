import './styles/index.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { Boot } from './boot.svelte.ts'
import { thisHost } from './host/this-host.ts'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')
const boot = new Boot(thisHost(), () => new Date())
mount(App, { target, props: { boot } })
void boot.start()
