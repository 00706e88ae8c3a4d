-- Run by neovim.test.ts: nvim --headless --clean -l is newer than what distributions have, so this is sourced.
-- Environment: NODE and PROGRAM (the command line), SPEC (a file), OUT (where the findings of this session are written).
local env = vim.env
local result = {}

local function finish()
  local file = assert(io.open(env.OUT, 'w'))
  file:write(vim.json and vim.json.encode(result) or vim.fn.json_encode(result))
  file:close()
  vim.cmd('qa!')
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(env.SPEC))
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({ name = 'spec-review', cmd = { env.NODE, env.PROGRAM, 'lsp', '--stdio' }, root_dir = vim.fn.fnamemodify(env.SPEC, ':h:h') })
  vim.lsp.buf_attach_client(buffer, client)
  vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
  local function diagnostics()
    local found = {}
    for _, one in ipairs(vim.diagnostic.get(buffer)) do table.insert(found, { line = one.lnum + 1, source = one.source, message = one.message, code = one.user_data and one.user_data.lsp and one.user_data.lsp.code }) end
    return found
  end
  result.diagnostics = diagnostics()

  local gap
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.user_data.lsp.code == 'infrastructure/rollback' then gap = one end
  end
  local position = { line = gap.lnum, character = gap.col }
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer), range = { start = position, ['end'] = position },
    context = { diagnostics = { { range = { start = position, ['end'] = position }, message = gap.message, code = 'infrastructure/rollback', source = gap.source } } },
  }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 10000)
  result.actions = {}
  for _, answer in pairs(answers or {}) do
    for _, action in ipairs(answer.result or {}) do
      table.insert(result.actions, action.title)
      if action.edit and not result.applied then
        vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
        result.applied = action.title
      end
    end
  end
  result.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
  local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', { textDocument = vim.lsp.util.make_text_document_params(buffer), position = position }, 10000)
  for _, answer in pairs(hover or {}) do result.hover = answer.result and answer.result.contents.value end
  vim.lsp.stop_client(client)
end)
if not ok then result.error = tostring(problem) end
finish()
