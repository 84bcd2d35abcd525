// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/edit.h"

#include "gateway/config/edit_draft.h"
#include "gateway/config/text_edit.h"
#include "gateway/config/tree_change.h"
#include "gateway/config/yaml.h"

#include <algorithm>

namespace gatehouse::config {

std::optional<Value> mapOf(const std::string &text)
{
    std::vector<Diagnostic> said;
    Value tree = readYaml(text, {}, said);
    const auto isError = [](const Diagnostic &each) { return each.level == Diagnostic::Level::Error; };
    if (std::any_of(said.begin(), said.end(), isError))
        return std::nullopt;
    if (tree.isNull())
        return Value::map({});
    return tree.kind() == Value::Kind::Map ? std::optional(std::move(tree)) : std::nullopt;
}

Result<Draft, std::string> afterEdit(const Draft &draft, const PlainEdit &edit)
{
    auto text = changedText(draft.text, edit);
    if (!text)
        return Failure {text.error()};
    return Draft {std::move(*text), changed(draft.tree, edit)};
}

bool meansIt(const Draft &draft)
{
    const auto tree = mapOf(draft.text);
    return tree && isSame(*tree, draft.tree);
}

namespace {

Result<Draft, std::string> afterAll(Draft draft, const Edit &edit)
{
    const auto plain = plainEdits(draft.tree, edit);
    if (!plain)
        return Failure {plain.error()};
    for (const PlainEdit &each : *plain) {
        auto next = afterEdit(draft, each);
        if (!next)
            return next;
        draft = std::move(*next);
    }
    return draft;
}

/// Which of the edits it was, when the last text does not mean what it should.
EditFailure culpritOf(Draft draft, const std::vector<Edit> &edits)
{
    for (std::size_t i = 0; i < edits.size(); ++i) {
        auto next = afterAll(draft, edits[i]);
        if (!next || !meansIt(*next))
            return {next ? notMeant : next.error(), i};
        draft = std::move(*next);
    }
    return {notMeant, {}};
}

} // namespace

Result<std::string, EditFailure> edited(const std::string &text, const std::vector<Edit> &edits)
{
    const auto tree = mapOf(text);
    if (!tree)
        return Failure {EditFailure {notReadable, {}}};
    Draft draft {text, *tree};
    for (std::size_t i = 0; i < edits.size(); ++i) {
        auto next = afterAll(draft, edits[i]);
        if (!next)
            return Failure {EditFailure {next.error(), i}};
        draft = std::move(*next);
    }
    if (!meansIt(draft))
        return Failure {culpritOf({text, *tree}, edits)};
    return draft.text;
}

} // namespace gatehouse::config
