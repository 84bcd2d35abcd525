// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/set.h"

#include <algorithm>

namespace gatehouse::guardrails {

namespace {

bool isFor(std::string_view pattern, std::string_view model)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == model;
    const std::string_view front = pattern.substr(0, star), back = pattern.substr(star + 1);
    return model.size() >= front.size() + back.size() && model.starts_with(front) && model.ends_with(back);
}

bool holds(const std::vector<std::string> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

void add(Course &course, const Station &station, const Modes &modes)
{
    const std::pair<Mode, std::vector<Station> *> lists[] {{Mode::PreCall, &course.before}, {Mode::DuringCall, &course.beside},
        {Mode::PostCall, &course.behind}, {Mode::LoggingOnly, &course.logging}};
    for (const auto &[mode, list] : lists) {
        if (modes.has(mode))
            list->push_back(station);
    }
}

} // namespace

/// A name that is to run; several guardrails may share it.
struct Set::Choice {
    std::string name, extra;
};

bool Course::has(std::string_view name) const
{
    const auto isIn = [name](const std::vector<Station> &list) {
        return std::any_of(list.begin(), list.end(), [name](const Station &each) { return each.guardrail->name == name; });
    };
    return isIn(before) || isIn(beside) || isIn(behind) || isIn(logging);
}

std::string Course::print() const
{
    std::string prints;
    for (const auto *list : {&before, &beside, &behind}) {
        for (const Station &station : *list)
            prints.append(station.guardrail->print).append(station.extra).append(";");
        prints += list->empty() ? "" : "|";
    }
    return prints;
}

Set::Set(std::vector<Guardrail> all, std::vector<std::pair<std::string, std::vector<std::string>>> byModel)
    : m_all(std::move(all))
    , m_byModel(std::move(byModel))
{
}

const Guardrail *Set::find(std::string_view name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [name](const Guardrail &each) { return each.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

Result<> Set::name(const std::string &name, const std::string &extra, std::vector<Choice> &chosen) const
{
    const auto isUsable = [&](const Guardrail &each) { return each.name == name && each.judge; };
    if (std::any_of(m_all.begin(), m_all.end(), isUsable)) {
        const auto known = std::find_if(chosen.begin(), chosen.end(), [&](const Choice &each) { return each.name == name; });
        if (known == chosen.end())
            chosen.push_back({name, extra});
        else if (known->extra.empty())
            known->extra = extra;
        return {};
    }
    const Guardrail *unusable = find(name);
    const std::string why = unusable ? "cannot run: " + unusable->problem : "is not configured";
    return Failure {Error {Fault::InvalidRequest, "The guardrail '" + name + "' is asked for and " + why, 0, {}, "guardrails"}};
}

const Guardrail *Set::pick(std::string_view name, std::minstd_rand &random) const
{
    std::vector<const Guardrail *> found;
    std::vector<double> weights;
    for (const Guardrail &each : m_all) {
        if (each.name == name && each.judge) {
            found.push_back(&each);
            weights.push_back(each.weight);
        }
    }
    if (found.size() == 1)
        return found.front();
    return found[std::discrete_distribution<std::size_t>(weights.begin(), weights.end())(random)];
}

// What model_list says of the names a call may give.
Result<> Set::nameModels(std::string_view model, std::vector<Choice> &chosen) const
{
    for (const auto &[pattern, names] : m_byModel) {
        if (!isFor(pattern, model))
            continue;
        for (const std::string &each : names) {
            if (auto named = name(each, {}, chosen); !named)
                return named;
        }
    }
    return {};
}

Result<Course> Set::courseFor(const Wishes &wishes, const Asker &asker, std::minstd_rand &random) const
{
    std::vector<Choice> chosen;
    Course course;
    const bool declinesAll = wishes.declinesGlobal || asker.declinesGlobal;
    for (const Guardrail &each : m_all) {
        if (!each.isDefault || declinesAll || holds(wishes.declined, each.name))
            continue;
        if (!name(each.name, {}, chosen))
            course.missing.push_back(each.name);
    }
    for (const auto &[wish, extra] : wishes.names) {
        if (auto named = name(wish, extra, chosen); !named)
            return Failure {named.error()};
    }
    for (const std::string &other : asker.named) {
        if (auto named = name(other, {}, chosen); !named)
            return Failure {named.error()};
    }
    if (auto named = nameModels(asker.model, chosen); !named)
        return Failure {named.error()};
    lead(course, std::move(chosen), asker, random);
    return course;
}

Result<Course> Set::courseOfGroup(const Course &passed, const Asker &asker, std::minstd_rand &random) const
{
    std::vector<Choice> chosen;
    if (auto named = nameModels(asker.model, chosen); !named)
        return Failure {named.error()};
    std::erase_if(chosen, [&](const Choice &each) { return passed.has(each.name); });
    Course course;
    lead(course, std::move(chosen), asker, random);
    return course;
}

// In the order of the configuration.
void Set::lead(Course &course, std::vector<Choice> chosen, const Asker &asker, std::minstd_rand &random) const
{
    for (const Guardrail &each : m_all) {
        const auto choice = std::find_if(chosen.begin(), chosen.end(), [&](const Choice &one) { return one.name == each.name; });
        if (choice == chosen.end())
            continue;
        const Guardrail *picked = pick(each.name, random);
        add(course, {picked, choice->extra}, picked->when.forTags(asker.tags));
        chosen.erase(choice);
    }
}

} // namespace gatehouse::guardrails
