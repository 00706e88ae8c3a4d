import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node-host';
import { startServer } from './server';

startServer(createConnection(ProposedFeatures.all), nodeHost);
