// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QWidget>

#include <functional>

namespace mediahelm::uitest {

using Visit = std::function<void(const QString &name, QWidget *place)>;

// Opens every page and dialog of the window over the sample fleet, one after the other, and hands each to `visit` when
// it is laid out: pages (filled, with a service's panel, without any host), dialogs, and every question.
void visitPlaces(const Visit &visit);

// The same places at their worst: very long names, a narrow and a wide window, each end of a connection test, a long
// list of what was done.
void visitVariants(const Visit &visit);

// Revisions, plans and deployments in each state; of both above. The window's own size where none is given.
void visitDeployments(const Visit &visit, const QString &prefix = {}, const QSize &size = {});

// What leads to a workspace, and the dialogs about its files; of both above.
void visitWorkspaces(const Visit &visit, const QString &prefix = {}, const QSize &size = {});

} // namespace mediahelm::uitest
