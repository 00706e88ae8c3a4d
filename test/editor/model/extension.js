// A language model of the tests. It is there from `fakeModel.start` on, and says one reply after the other.
const vscode = require('vscode');

const INFORMATION = { id: 'parrot', name: 'Parrot', family: 'parrot', version: '1', maxInputTokens: 50_000, maxOutputTokens: 5_000, capabilities: {} };

exports.activate = (context) => {
  let replies = [], asked = [], provider;
  const moved = new vscode.EventEmitter();
  const texts = ({ content }) => content.map(({ value }) => value ?? '').join('');
  const chat = {
    onDidChangeLanguageModelChatInformation: moved.event,
    provideLanguageModelChatInformation: () => [INFORMATION],
    async provideLanguageModelChatResponse(_model, messages, _options, progress, token) {
      asked.push(messages.map(texts));
      const reply = replies.shift() ?? '';
      // "…" stands for a model that says nothing until somebody gives up.
      if (reply === '…') await new Promise((resolve) => { token.onCancellationRequested(resolve); });
      for (const word of reply.split(/(?<=\s)/)) progress.report(new vscode.LanguageModelTextPart(word));
    },
    provideTokenCount: (_model, text) => (typeof text === 'string' ? text : texts(text)).length / 4,
  };
  context.subscriptions.push(
    moved,
    vscode.commands.registerCommand('fakeModel.start', (given) => {
      [replies, asked] = [given, []];
      provider ??= vscode.lm.registerLanguageModelChatProvider('fake-model', chat);
      moved.fire();
    }),
    vscode.commands.registerCommand('fakeModel.asked', () => asked),
    vscode.commands.registerCommand('fakeModel.stop', () => {
      provider?.dispose();
      provider = undefined;
    }),
  );
};
