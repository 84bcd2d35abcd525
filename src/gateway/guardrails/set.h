// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/guardrails/guardrail.h"
#include "gateway/guardrails/wishes.h"

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::guardrails {

/// A guardrail that a call has to pass.
struct Station {
    const Guardrail *guardrail = nullptr;
    std::string extra = {}; ///< what the call tells it
};

/// The guardrails of one call, by when they run; each list in the order of the configuration.
struct Course {
    std::vector<Station> before, beside, behind, logging;
    std::vector<std::string> missing = {}; ///< that are default_on and cannot run
    bool has(std::string_view name) const;
    bool empty() const { return before.empty() && beside.empty() && behind.empty() && logging.empty() && missing.empty(); }
    /// Tells courses apart whose answers may differ; empty where none has to do with the answer.
    std::string print() const;
};

/// Who asks for guardrails beside the call's own body.
struct Asker {
    const std::vector<std::string> &named; ///< by his key and team
    bool declinesGlobal = false;           ///< as they say
    const std::vector<std::string> &tags;  ///< of the call
    std::string_view model;                ///< that is asked for
};

/// All guardrails of a configuration. Immutable; part of a Snapshot.
class Set
{
public:
    /// \a byModel are those that model_list entries name, by each of the names a call may give: it may end in a star.
    Set(std::vector<Guardrail> all, std::vector<std::pair<std::string, std::vector<std::string>>> byModel);

    /// Fails with InvalidRequest where a guardrail is asked for that is not there or cannot run: a call that is to be looked at
    /// must not go on without.
    Result<Course> courseFor(const Wishes &wishes, const Asker &asker, std::minstd_rand &random) const;

    /// Those that entries of the group \a asker asks for name and that are not in \a passed; fails as courseFor() does.
    Result<Course> courseOfGroup(const Course &passed, const Asker &asker, std::minstd_rand &random) const;

    const std::vector<Guardrail> &all() const { return m_all; }
    const Guardrail *find(std::string_view name) const;

private:
    struct Choice;
    Result<> name(const std::string &name, const std::string &extra, std::vector<Choice> &chosen) const;
    Result<> nameModels(std::string_view model, std::vector<Choice> &chosen) const;
    const Guardrail *pick(std::string_view name, std::minstd_rand &random) const;
    void lead(Course &course, std::vector<Choice> chosen, const Asker &asker, std::minstd_rand &random) const;

    std::vector<Guardrail> m_all;
    std::vector<std::pair<std::string, std::vector<std::string>>> m_byModel;
};

} // namespace gatehouse::guardrails
