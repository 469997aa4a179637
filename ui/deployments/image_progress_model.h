// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"

#include <QAbstractItemModel>

namespace mediahelm::ui {

// The images of a deployment as they are pulled, and their layers below. Rows are only ever added while it goes. Owned
// by its view; main thread.
class ImageProgressModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, StatusColumn, ProgressColumn };
    static constexpr int columnCountOf = 3;
    static constexpr int FractionRole = Qt::UserRole; // 0 to 1, of ProgressColumn; invalid where it is not known

    using QAbstractItemModel::QAbstractItemModel;

    void setImages(const QList<model::ImageProgress> &images);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void setLayers(int image, const QList<model::LayerProgress> &layers);
    QVariant imageData(const model::ImageProgress &image, int column, int role) const;
    QVariant layerData(const model::LayerProgress &layer, int column, int role) const;

    QList<model::ImageProgress> m_images;
};

} // namespace mediahelm::ui
