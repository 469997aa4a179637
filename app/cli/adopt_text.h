// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption/adoptable.h"
#include "core/control/adoption/adoption_survey.h"

#include <QJsonObject>

namespace mediahelm::app {

using control::AdoptableFile;
using control::AdoptableProject;
using control::FileState;
using control::HandMade;

// What `adopt` prints. Pure.
QString adoptListText(const QList<AdoptableProject> &projects, const QList<HandMade> &containers);
QByteArray adoptListJson(const QList<AdoptableProject> &projects, const QList<HandMade> &containers);
QString adoptText(const AdoptableProject &project);
QByteArray adoptJson(const AdoptableProject &project);

} // namespace mediahelm::app
