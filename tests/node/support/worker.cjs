// Calls from a worker: one that is answered, and, when asked to be slow, some that are not.
const { parentPort, workerData } = require('node:worker_threads');
const { Qoder } = require('qoder-cloud');

const client = new Qoder({ baseURL: process.env.BASE, token: async () => process.env.TOKEN });
if (workerData === 'slow') for (let n = 0; n < 5; n += 1) client.models.list().then();
client.agents.list({ limit: 1 }).then(() => parentPort.postMessage('ready'));
