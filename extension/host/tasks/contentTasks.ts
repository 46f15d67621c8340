import {
  l10n,
  ProcessExecution,
  Task,
  TaskScope,
  tasks,
  type Disposable,
  type TaskDefinition,
  type TaskProvider,
} from 'vscode';

const type = 'configmgr';

/** A task as tasks.json has it: a verb of the command line and its arguments, each an argument of its own. */
interface ContentTask extends TaskDefinition {
  readonly command: string;
  readonly args?: readonly string[];
}

/** Tasks of type `configmgr`: the command line, run by the Node.js that VS Code has. */
export const provideTasks = (commandLine: string): Disposable => {
  const taskOf = (definition: ContentTask, name: string, scope: Task['scope']): Task =>
    new Task(
      definition,
      scope ?? TaskScope.Workspace,
      name,
      'ConfigMgr Content',
      new ProcessExecution(
        process.execPath,
        [commandLine, definition.command, ...(definition.args ?? []).map(String)],
        { env: { ELECTRON_RUN_AS_NODE: '1' } },
      ),
      [],
    );
  const provider: TaskProvider = {
    provideTasks: () => [
      taskOf(
        { type, command: 'missing', args: ['--demo', 'small'] },
        l10n.t('missing content of the demo site'),
        TaskScope.Workspace,
      ),
      taskOf({ type, command: 'runs' }, l10n.t('runs of the command line'), TaskScope.Workspace),
    ],
    resolveTask: (task) => {
      const definition = task.definition as Partial<ContentTask>;
      return typeof definition.command === 'string'
        ? taskOf(task.definition as ContentTask, task.name, task.scope)
        : undefined;
    },
  };
  return tasks.registerTaskProvider(type, provider);
};
