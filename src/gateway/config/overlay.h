// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

class Lookup;

/// Lays \a stored over \a config: the keys of sections over the file's, credentials, models and guardrails beside the file's, or
/// in the place of those with the same name or id. Each piece is checked as if it stood in the file; one with an error is said in
/// a warning and left out, so that nothing that is stored stops a start. model_info.db_model of what came from there is true.
void overlay(Config &config, const Stored &stored, Lookup &lookup);

/// Why overlay() would leave out what is in \a stored; empty = it would not.
std::vector<Diagnostic> problemsOf(const Stored &stored, const Environment &environment);

/// Why \a key of \a section may not be stored; empty = it may. Some are needed before anything stored can be read.
std::string_view whyNotStored(std::string_view section, std::string_view key);

/// What secrets are sealed under in the database: LITELLM_SALT_KEY, else the master key. May be empty.
Secret saltKeyOf(const Config &config);
/// general_settings.store_model_in_db, or STORE_MODEL_IN_DB in the environment.
bool storesModels(const Config &config);

} // namespace gatehouse::config
