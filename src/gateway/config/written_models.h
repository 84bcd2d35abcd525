// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace gatehouse::config {

/// The deployments that were made of the file, by the line their entry begins at.
using IdsByLine = std::multimap<int, std::string>;

/// model_list and model_group_alias as they are written in \a text, for who is to change them: references stand as references,
/// and credentials that are written out are masked. JSON: {"models": [{"index", "line", "ids", "model_name", "litellm_params",
/// "model_info"}], "aliases": {…}}. What cannot be read has neither.
std::string writtenModels(const std::string &text, const IdsByLine &ids);

} // namespace gatehouse::config
